package app.lookback.query.reader;

import app.lookback.query.edition.Item;
import app.lookback.query.edition.Listed;
import app.lookback.query.edition.Listed.Counted;
import app.lookback.query.edition.Listed.Part;
import app.lookback.query.edition.Taxonomy;
import app.lookback.query.platform.Blog;
import app.lookback.query.platform.Template;
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

    /** A list's page: {@code isPart} where it is of some of the posts only. */
    private record Values(
            String blog,
            String title,
            String description,
            boolean isPart,
            String href,
            boolean hasFeed,
            String feed,
            boolean hasPosts,
            List<Item> posts,
            boolean hasPages,
            int page,
            int pages,
            boolean hasNewer,
            String newer,
            boolean hasOlder,
            String older) {}

    private record Terms(String blog, String title, String href, boolean hasTerms, List<Counted> terms) {}

    private record Year(String year, List<Item> posts) {}

    private record Archive(String blog, boolean hasYears, List<Year> years) {}

    private final Listed listed;
    private final AnyAddress any;
    private final Blog blog;

    ListRoute(Listed listed, AnyAddress any, Blog blog) {
        this.listed = listed;
        this.any = any;
        this.blog = blog;
    }

    @GetMapping("/")
    ResponseEntity<byte[]> home() {
        return page(blog.title(), false, "/", listed.page(1), 1);
    }

    @GetMapping("/" + NUMBER)
    ResponseEntity<byte[]> home(@PathVariable int number, HttpServletRequest request) {
        return page(blog.title(), false, "/", listed.page(number), number, request);
    }

    @GetMapping("/posts/")
    ResponseEntity<byte[]> all() {
        return page("Posts", true, "/posts/", listed.page(1), 1);
    }

    @GetMapping("/posts/" + NUMBER)
    ResponseEntity<byte[]> all(@PathVariable int number, HttpServletRequest request) {
        return page("Posts", true, "/posts/", listed.page(number), number, request);
    }

    @GetMapping(TAXONOMY)
    ResponseEntity<byte[]> terms(@PathVariable String taxonomy) {
        var which = Taxonomy.of(taxonomy).orElseThrow();
        var terms = listed.terms(which);
        return Page.newest(
                TERMS.fill(new Terms(blog.title(), which.title(), "/" + taxonomy + "/", !terms.isEmpty(), terms)));
    }

    @GetMapping({TAXONOMY + "{term}/", TAXONOMY + "{term}/" + NUMBER})
    ResponseEntity<byte[]> term(
            @PathVariable String taxonomy,
            @PathVariable String term,
            @PathVariable(required = false) Integer number,
            HttpServletRequest request) {
        int page = number == null ? 1 : number;
        var part = listed.page(Taxonomy.of(taxonomy).orElseThrow(), term, page);
        if (part.posts().isEmpty()) {
            return any.answer(request);
        }
        var found = part.posts().get(0).card().terms().stream()
                .filter(one ->
                        one.taxonomy().part().equals(taxonomy) && one.slug().equals(term))
                .findFirst()
                .orElseThrow();
        return page(found.name(), true, found.path(), part, page);
    }

    @GetMapping("/archive/")
    ResponseEntity<byte[]> archive() {
        var years = new LinkedHashMap<String, List<Item>>();
        for (var post : listed.all()) {
            years.computeIfAbsent(post.card().year(), year -> new ArrayList<>()).add(Item.of(post));
        }
        var told = years.entrySet().stream()
                .map(year -> new Year(year.getKey(), year.getValue()))
                .toList();
        return Page.newest(ARCHIVE.fill(new Archive(blog.title(), !told.isEmpty(), told)));
    }

    @GetMapping({"/posts", "/archive", "/search", "/{taxonomy:tags|categories|series|authors}"})
    ResponseEntity<Void> withTheSlash(HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                .location(URI.create(request.getRequestURI()
                        + "/"
                        + (request.getQueryString() == null ? "" : "?" + request.getQueryString())))
                .build();
    }

    /** Behind the last page there is nothing but, perhaps, a post. */
    private ResponseEntity<byte[]> page(
            String title, boolean isPart, String path, Part part, int number, HttpServletRequest request) {
        return part.posts().isEmpty() || number == 1 ? any.answer(request) : page(title, isPart, path, part, number);
    }

    private ResponseEntity<byte[]> page(String title, boolean isPart, String path, Part part, int number) {
        int pages = Math.max(1, (part.found() + Listed.PER_PAGE - 1) / Listed.PER_PAGE);
        return Page.newest(LIST.fill(new Values(
                blog.title(),
                title,
                isPart ? "%s: %s".formatted(blog.title(), title) : blog.description(),
                isPart,
                address(path, number),
                isPart,
                path + "index.xml",
                !part.posts().isEmpty(),
                part.posts().stream().map(Item::of).toList(),
                pages > 1,
                number,
                pages,
                number > 1,
                address(path, number - 1),
                number < pages,
                address(path, number + 1))));
    }

    private static String address(String path, int number) {
        return number <= 1 ? path : path + "page/" + number + "/";
    }
}
