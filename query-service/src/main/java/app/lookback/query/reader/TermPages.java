package app.lookback.query.reader;

import app.lookback.query.edition.Leaf;
import app.lookback.query.edition.Listed;
import app.lookback.query.edition.Listed.Counted;
import app.lookback.query.edition.Listed.Part;
import app.lookback.query.edition.Taxonomies;
import app.lookback.query.edition.Taxonomy;
import app.lookback.query.edition.Term;
import app.lookback.query.platform.Blog;
import app.lookback.query.platform.Template;
import app.lookback.query.theme.Theme;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Which tags, authors and others there are, and the posts of each: for people and for machines. */
@Component
class TermPages {

    private static final Template TERMS = Template.beside(TermPages.class, "terms.mustache");

    private static final Pattern ADDRESS =
            Pattern.compile("/([^/]+)/(?:(.+?)/(?:page/([1-9][0-9]{0,4})/|([a-z]+\\.[a-z]+))?)?");

    private record Terms(String blog, String title, String here, boolean hasTerms, List<Counted> terms) {}

    private final Taxonomies taxonomies;
    private final Listed listed;
    private final ListPages lists;
    private final Feeds feeds;
    private final Blog blog;
    private final Theme theme;

    TermPages(Taxonomies taxonomies, Listed listed, ListPages lists, Feeds feeds, Blog blog, Theme theme) {
        this.taxonomies = taxonomies;
        this.listed = listed;
        this.lists = lists;
        this.feeds = feeds;
        this.blog = blog;
        this.theme = theme;
    }

    /** What is at this address: a taxonomy, a page of a term's posts, its feed, or nothing. */
    Optional<ResponseEntity<byte[]>> at(String path, HttpServletRequest request) {
        var found = page(path, request);
        return found.isPresent() || path.endsWith("/")
                ? found
                : page(path + "/", request).map(there -> PostPages.otherwiseWritten(path + "/"));
    }

    private Optional<ResponseEntity<byte[]>> page(String path, HttpServletRequest request) {
        var address = ADDRESS.matcher(path);
        return address.matches()
                ? taxonomies.of(address.group(1)).flatMap(taxonomy -> page(taxonomy, address, request))
                : Optional.empty();
    }

    private Optional<ResponseEntity<byte[]>> page(Taxonomy taxonomy, Matcher address, HttpServletRequest request) {
        var slug = address.group(2);
        if (slug == null) {
            return Optional.of(terms(taxonomy, request));
        }
        if (address.group(4) != null) {
            return FeedFormat.of(address.group(4)).flatMap(format -> feed(taxonomy, slug, format, request));
        }
        return list(taxonomy, slug, address.group(3) == null ? 1 : Integer.parseInt(address.group(3)), request);
    }

    private ResponseEntity<byte[]> terms(Taxonomy taxonomy, HttpServletRequest request) {
        var changed = lists.changed();
        var terms = listed.terms(List.of(taxonomy));
        var here = Addresses.site(request) + Addresses.encoded(taxonomy.path());
        return Page.newest(new Leaf(
                theme.fill(TERMS, new Terms(blog.title(), taxonomy.title(), here, !terms.isEmpty(), terms)), changed));
    }

    private Optional<ResponseEntity<byte[]>> list(
            Taxonomy taxonomy, String slug, int page, HttpServletRequest request) {
        var changed = lists.changed();
        var part = listed.page(taxonomy, slug, page);
        return term(part, taxonomy, slug)
                .map(term -> lists.answer(term.name(), true, term.path(), part, page, changed, request));
    }

    private Optional<ResponseEntity<byte[]>> feed(
            Taxonomy taxonomy, String slug, FeedFormat format, HttpServletRequest request) {
        var changed = listed.changed();
        var part = listed.page(taxonomy, slug, 1);
        return term(part, taxonomy, slug)
                .map(term -> feeds.answer(
                        format,
                        "%s: %s".formatted(blog.title(), term.name()),
                        taxonomy.path() + slug + "/",
                        part.posts(),
                        changed,
                        request));
    }

    /** As its newest post writes it. */
    private static Optional<Term> term(Part part, Taxonomy taxonomy, String slug) {
        return part.posts().stream().findFirst().map(post -> post.card().term(taxonomy, slug));
    }
}
