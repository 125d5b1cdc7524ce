package app.lookback.query.reader;

import app.lookback.query.edition.Listed;
import app.lookback.query.platform.Blog;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The newest of all posts, for machines. */
@RestController
class FeedRoute {

    private final Listed listed;
    private final Feeds feeds;
    private final Blog blog;

    FeedRoute(Listed listed, Feeds feeds, Blog blog) {
        this.listed = listed;
        this.feeds = feeds;
        this.blog = blog;
    }

    @GetMapping({"/index.xml", "/posts/index.xml"})
    ResponseEntity<byte[]> rss(HttpServletRequest request) {
        return all(FeedFormat.RSS, request);
    }

    @GetMapping({"/atom.xml", "/posts/atom.xml"})
    ResponseEntity<byte[]> atom(HttpServletRequest request) {
        return all(FeedFormat.ATOM, request);
    }

    @GetMapping({"/feed.json", "/posts/feed.json"})
    ResponseEntity<byte[]> json(HttpServletRequest request) {
        return all(FeedFormat.JSON, request);
    }

    private ResponseEntity<byte[]> all(FeedFormat format, HttpServletRequest request) {
        var changed = listed.changed();
        return feeds.answer(format, blog.title(), "/", listed.page(1).posts(), changed, request);
    }
}
