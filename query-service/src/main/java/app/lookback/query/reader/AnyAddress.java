package app.lookback.query.reader;

import app.lookback.query.edition.Origin;
import app.lookback.query.site.SiteFiles;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What stands at an address that is no route's: a post, a file of the site, the way to where a post is now, or nothing. */
@Component
class AnyAddress {

    private final PostPages posts;
    private final CardPages cards;
    private final SiteFiles files;

    AnyAddress(PostPages posts, CardPages cards, SiteFiles files) {
        this.cards = cards;
        this.posts = posts;
        this.files = files;
    }

    ResponseEntity<byte[]> answer(HttpServletRequest request) {
        var path = Addresses.path(request);
        var from = new Origin(Addresses.site(request), cards.canBeDrawn());
        return cards.at(path)
                .or(() -> posts.at(path, from))
                .or(() -> posts.history(path, request.getParameter("revision")))
                .or(() -> files.at(path, request.getUserPrincipal(), request.getHeader(HttpHeaders.RANGE)))
                .or(() -> posts.movedFrom(path, files::areThere))
                .orElseGet(() -> posts.missing(path));
    }
}
