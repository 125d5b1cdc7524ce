package app.lookback.query.reader;

import app.lookback.query.edition.Item;
import app.lookback.query.edition.Leaf;
import app.lookback.query.edition.Listed;
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

/** Where readers find all posts: the newest first, and by year. */
@RestController
class ListRoute {

    private static final Template ARCHIVE = Template.beside(ListRoute.class, "archive.mustache");
    private static final String NUMBER = "page/{number:[1-9][0-9]{0,4}}/";

    private record Year(String year, List<Item> posts) {}

    private record Archive(String blog, String here, boolean hasYears, List<Year> years) {}

    private final Listed listed;
    private final ListPages lists;
    private final AnyAddress any;
    private final Blog blog;
    private final Theme theme;

    ListRoute(Listed listed, ListPages lists, AnyAddress any, Blog blog, Theme theme) {
        this.lists = lists;
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

    @GetMapping("/archive/")
    ResponseEntity<byte[]> archive(HttpServletRequest request) {
        var changed = lists.changed();
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

    @GetMapping({"/posts", "/archive", "/search"})
    ResponseEntity<Void> withTheSlash(HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                .location(URI.create(request.getRequestURI()
                        + "/"
                        + (request.getQueryString() == null ? "" : "?" + request.getQueryString())))
                .build();
    }

    private ResponseEntity<byte[]> first(String title, boolean isPart, String path, HttpServletRequest request) {
        var changed = lists.changed();
        return lists.answer(title, isPart, path, listed.page(1), 1, changed, request);
    }

    /** Behind the last page there is nothing but, perhaps, a post. */
    private ResponseEntity<byte[]> later(
            String title, boolean isPart, String path, int number, HttpServletRequest request) {
        var changed = lists.changed();
        var part = listed.page(number);
        return part.posts().isEmpty() || number == 1
                ? any.answer(request)
                : lists.answer(title, isPart, path, part, number, changed, request);
    }
}
