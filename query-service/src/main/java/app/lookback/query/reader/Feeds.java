package app.lookback.query.reader;

import app.lookback.query.edition.Editions;
import app.lookback.query.edition.Published;
import app.lookback.query.edition.Told;
import app.lookback.query.platform.Blog;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** The newest posts of a list, whole, for machines. */
@Component
class Feeds {

    /** Links of a page to its own site, which a feed's reader cannot follow as they are. */
    private static final Pattern OWN_LINK = Pattern.compile("((?:href|src)=\")(/(?!/))");

    private final Editions editions;
    private final Blog blog;

    Feeds(Editions editions, Blog blog) {
        this.editions = editions;
        this.blog = blog;
    }

    /** @param page the path of the list that people see */
    ResponseEntity<byte[]> answer(
            FeedFormat format,
            String title,
            String page,
            List<Published> posts,
            Instant changed,
            HttpServletRequest request) {
        return Page.text(format.write(feed(title, page, posts, request)), format.type(), changed);
    }

    private Feed feed(String title, String page, List<Published> found, HttpServletRequest request) {
        var site = Addresses.site(request);
        return new Feed(
                title,
                blog.description(),
                blog.title(),
                site + Addresses.encoded(page),
                site + request.getRequestURI(),
                found.stream()
                        .map(post -> post.updated().truncatedTo(ChronoUnit.SECONDS))
                        .max(Instant::compareTo)
                        .orElse(Instant.EPOCH),
                found.stream().map(post -> entry(post, site)).toList());
    }

    private Feed.Entry entry(Published post, String site) {
        return new Feed.Entry(
                post.post(),
                post.card(),
                site + Addresses.encoded(post.path()),
                LocalDate.parse(post.card().date()).atStartOfDay(ZoneOffset.UTC).toInstant(),
                post.updated().truncatedTo(ChronoUnit.SECONDS),
                said(post) + OWN_LINK.matcher(editions.html(post)).replaceAll("$1" + site + "$2"));
    }

    /** Above what was updated, how. */
    private static String said(Published post) {
        var told = Told.of(post.update());
        return told == null
                ? ""
                : "<p><strong>%s</strong> %s</p>".formatted(told.kind(), HtmlUtils.htmlEscape(told.note()));
    }
}
