package app.lookback.query.search;

import app.lookback.query.platform.Blog;
import app.lookback.query.platform.Hash;
import app.lookback.query.platform.Template;
import app.lookback.query.theme.Theme;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** The search of the readers' site: a form and what was found, complete without a script. */
@RestController
class SearchPage {

    private static final Template TEMPLATE = Template.beside(SearchPage.class, "search.mustache");
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final int LAST_PAGE = Search.MOST / Search.PER_PAGE;

    /** A narrower search. */
    private record Narrower(String name, int count, String href) {}

    private record Chosen(String name, String href) {}

    private record Values(
            String blog,
            String words,
            String tag,
            String author,
            boolean asked,
            String summary,
            List<Chosen> chosen,
            List<Search.Hit> hits,
            boolean hasNarrower,
            List<Narrower> narrower,
            boolean hasPages,
            int page,
            int pages,
            boolean hasBefore,
            String before,
            boolean hasNext,
            String next) {}

    private final Search search;
    private final Blog blog;
    private final Theme theme;

    SearchPage(Search search, Blog blog, Theme theme) {
        this.theme = theme;
        this.search = search;
        this.blog = blog;
    }

    @GetMapping("/search/")
    ResponseEntity<byte[]> page(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String tag,
            @RequestParam(defaultValue = "") String author,
            @RequestParam(defaultValue = "1") String page) {
        var wanted = Wanted.of(q, tag, author);
        int number = number(page);
        var found = wanted.isNothing() ? new Search.Found(0, List.of(), Map.of()) : search.find(wanted, number);
        var bytes = theme.fill(TEMPLATE, values(wanted, found, number)).getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noCache().cachePublic())
                .eTag("\"" + Hash.sha256(bytes) + "\"")
                .body(bytes);
    }

    /** Whatever else is written there is the first page. */
    private static int number(String page) {
        return page.matches("[1-9][0-9]{0,3}") ? Math.min(LAST_PAGE, Integer.parseInt(page)) : 1;
    }

    private Values values(Wanted wanted, Search.Found found, int page) {
        int pages = (Math.min(found.count(), Search.MOST) + Search.PER_PAGE - 1) / Search.PER_PAGE;
        var narrower = narrower(wanted, found);
        return new Values(
                blog.title(),
                wanted.words(),
                wanted.tag(),
                wanted.author(),
                !wanted.isNothing(),
                summary(found.count()),
                chosen(wanted),
                found.hits(),
                !narrower.isEmpty(),
                narrower,
                pages > 1,
                page,
                pages,
                page > 1,
                href(wanted, page - 1),
                page < pages,
                href(wanted, page + 1));
    }

    private static String summary(int count) {
        return count == 0 ? "Nothing was found." : count == 1 ? "One post" : "%,d posts".formatted(count);
    }

    private static List<Chosen> chosen(Wanted wanted) {
        var chosen = new ArrayList<Chosen>();
        if (!wanted.tag().isEmpty()) {
            chosen.add(new Chosen("tag " + wanted.tag(), href(new Wanted(wanted.words(), "", wanted.author()), 1)));
        }
        if (!wanted.author().isEmpty()) {
            chosen.add(new Chosen("author " + wanted.author(), href(new Wanted(wanted.words(), wanted.tag(), ""), 1)));
        }
        return chosen;
    }

    private static List<Narrower> narrower(Wanted wanted, Search.Found found) {
        var narrower = new ArrayList<Narrower>();
        found.terms().forEach((term, count) -> {
            var slug = term.substring(term.indexOf('/') + 1);
            boolean isTag = term.startsWith("tags/");
            boolean isFree = (isTag ? wanted.tag() : wanted.author()).isEmpty();
            if (isFree && count < found.count()) {
                var next = isTag
                        ? new Wanted(wanted.words(), slug, wanted.author())
                        : new Wanted(wanted.words(), wanted.tag(), slug);
                narrower.add(new Narrower(slug, count, href(next, 1)));
            }
        });
        return narrower;
    }

    private static String href(Wanted wanted, int page) {
        var address = UriComponentsBuilder.fromPath("/search/").queryParam("q", "{q}");
        var values = new HashMap<String, Object>();
        values.put("q", wanted.words());
        if (!wanted.tag().isEmpty()) {
            address.queryParam("tag", "{tag}");
            values.put("tag", wanted.tag());
        }
        if (!wanted.author().isEmpty()) {
            address.queryParam("author", "{author}");
            values.put("author", wanted.author());
        }
        if (page > 1) {
            address.queryParam("page", page);
        }
        return address.encode().buildAndExpand(values).toUriString();
    }
}
