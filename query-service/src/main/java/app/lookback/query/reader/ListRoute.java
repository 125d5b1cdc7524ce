package app.lookback.query.reader;

import app.lookback.query.edition.Item;
import app.lookback.query.edition.Leaf;
import app.lookback.query.edition.Listed;
import app.lookback.query.edition.Listed.Counted;
import app.lookback.query.edition.Listed.Part;
import app.lookback.query.edition.Taxonomy;
import app.lookback.query.platform.Blog;
import app.lookback.query.platform.Template;
import app.lookback.query.theme.Theme;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Where readers find posts: all of them, those of a tag or an author, and by year. */
@RestController
class ListRoute {

    private static final Template LIST = Template.beside(ListRoute.class, "list.mustache");
    private static final Template TERMS = Template.beside(ListRoute.class, "terms.mustache");
    private static final Template ARCHIVE = Template.beside(ListRoute.class, "archive.mustache");
    private static final String TAXONOMY = "/{taxonomy:tags|categories|series|authors}/";
    private static final String NUMBER = "page/{number:[1-9][0-9]{0,4}}/";

    /**
     * A list's page.
     *
     * @param isPart whether it is of some of the posts only
     * @param here its absolute address
     * @param list the path of its first page
     */
    private record Values(
            String blog,
            String title,
            String description,
            boolean isPart,
            String here,
            String list,
            boolean hasPosts,
            List<Item> posts,
            boolean hasPages,
            int page,
            int pages,
            boolean hasNewer,
            String newer,
            boolean hasOlder,
            String older) {}

    private record Terms(String blog, String title, String here, boolean hasTerms, List<Counted> terms) {}

    private record Year(String year, List<Item> posts) {}

    private record Archive(String blog, String here, boolean hasYears, List<Year> years) {}

    private final Listed listed;
    private final AnyAddress any;
    private final Blog blog;
    private final Theme theme;

    ListRoute(Listed listed, AnyAddress any, Blog blog, Theme theme) {
        this.theme = theme;
        this.listed = listed;
        this.any = any;
        this.blog = blog;
    }

    @GetMapping("/")
    ResponseEntity<byte[]> home(HttpServletRequest request) {
        return first(blog.title(), false, "/", request);
    }

    @GetMapping("/" + NUMBER)
    ResponseEntity<byte[]> home(@PathVariable int number, HttpServletRequest request) {
        return later(blog.title(), false, "/", number, request);
    }

    @GetMapping("/posts/")
    ResponseEntity<byte[]> all(HttpServletRequest request) {
        return first("Posts", true, "/posts/", request);
    }

    @GetMapping("/posts/" + NUMBER)
    ResponseEntity<byte[]> all(@PathVariable int number, HttpServletRequest request) {
        return later("Posts", true, "/posts/", number, request);
    }

    @GetMapping(TAXONOMY)
    ResponseEntity<byte[]> terms(@PathVariable String taxonomy, HttpServletRequest request) {
        var which = Taxonomy.of(taxonomy).orElseThrow();
        var changed = theme.changed(listed.changed());
        var terms = listed.terms(which);
        var here = Addresses.site(request) + which.path();
        return Page.newest(new Leaf(
                theme.fill(TERMS, new Terms(blog.title(), which.title(), here, !terms.isEmpty(), terms)), changed));
    }

    @GetMapping({TAXONOMY + "{term}/", TAXONOMY + "{term}/" + NUMBER})
    ResponseEntity<byte[]> term(
            @PathVariable String taxonomy,
            @PathVariable String term,
            @PathVariable(required = false) Integer number,
            HttpServletRequest request) {
        int page = number == null ? 1 : number;
        var which = Taxonomy.of(taxonomy).orElseThrow();
        var changed = theme.changed(listed.changed());
        var part = listed.page(which, term, page);
        if (part.posts().isEmpty()) {
            return any.answer(request);
        }
        var found = part.posts().get(0).card().term(which, term);
        return Page.newest(
                new Leaf(page(found.name(), true, found.path(), part, page, Addresses.site(request)), changed));
    }

    @GetMapping("/archive/")
    ResponseEntity<byte[]> archive(HttpServletRequest request) {
        var changed = theme.changed(listed.changed());
        var years = new LinkedHashMap<String, List<Item>>();
        for (var post : listed.all()) {
            years.computeIfAbsent(post.card().year(), year -> new ArrayList<>()).add(Item.of(post));
        }
        var told = years.entrySet().stream()
                .map(year -> new Year(year.getKey(), year.getValue()))
                .toList();
        var here = Addresses.site(request) + "/archive/";
        return Page.newest(
                new Leaf(theme.fill(ARCHIVE, new Archive(blog.title(), here, !told.isEmpty(), told)), changed));
    }

    @GetMapping({"/posts", "/archive", "/search", "/{taxonomy:tags|categories|series|authors}"})
    ResponseEntity<Void> withTheSlash(HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                .location(URI.create(request.getRequestURI()
                        + "/"
                        + (request.getQueryString() == null ? "" : "?" + request.getQueryString())))
                .build();
    }

    private ResponseEntity<byte[]> first(String title, boolean isPart, String path, HttpServletRequest request) {
        var changed = theme.changed(listed.changed());
        return Page.newest(new Leaf(page(title, isPart, path, listed.page(1), 1, Addresses.site(request)), changed));
    }

    /** Behind the last page there is nothing but, perhaps, a post. */
    private ResponseEntity<byte[]> later(
            String title, boolean isPart, String path, int number, HttpServletRequest request) {
        var changed = theme.changed(listed.changed());
        var part = listed.page(number);
        return part.posts().isEmpty() || number == 1
                ? any.answer(request)
                : Page.newest(new Leaf(page(title, isPart, path, part, number, Addresses.site(request)), changed));
    }

    /** {@code path} is as addresses have it. */
    private String page(String title, boolean isPart, String path, Part part, int number, String site) {
        int pages = Math.max(1, (part.found() + Listed.PER_PAGE - 1) / Listed.PER_PAGE);
        return theme.fill(
                LIST,
                new Values(
                        blog.title(),
                        title,
                        isPart ? "%s: %s".formatted(blog.title(), title) : blog.description(),
                        isPart,
                        site + address(path, number),
                        path,
                        !part.posts().isEmpty(),
                        part.posts().stream().map(Item::of).toList(),
                        pages > 1,
                        number,
                        pages,
                        number > 1,
                        address(path, number - 1),
                        number < pages,
                        address(path, number + 1)));
    }

    private static String address(String path, int number) {
        return number <= 1 ? path : path + "page/" + number + "/";
    }
}
