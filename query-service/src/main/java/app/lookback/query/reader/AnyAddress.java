package app.lookback.query.reader;

import app.lookback.query.site.SiteFiles;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What stands at an address that is no route's: a post, a file of the site, the way to where a post is now, or nothing. */
@Component
class AnyAddress {

    private final PostPages posts;
    private final SiteFiles files;

    AnyAddress(PostPages posts, SiteFiles files) {
        this.posts = posts;
        this.files = files;
    }

    ResponseEntity<byte[]> answer(HttpServletRequest request) {
        var path = Addresses.path(request);
        return posts.at(path, Addresses.origin(request))
                .or(() -> files.at(path, request.getUserPrincipal(), request.getHeader(HttpHeaders.RANGE)))
                .or(() -> posts.movedFrom(path, files::areThere))
                .orElseGet(() -> posts.missing(path));
    }
}
