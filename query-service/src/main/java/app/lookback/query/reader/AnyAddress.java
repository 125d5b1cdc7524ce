package app.lookback.query.reader;

import app.lookback.query.edition.Origin;
import app.lookback.query.site.BasePath;
import app.lookback.query.site.SiteFiles;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What stands at an address that is no route's: a post, a list, a file of the site, the way to where a post is now, or nothing. */
@Component
class AnyAddress {

    private final PostPages posts;
    private final CardPages cards;
    private final TermPages terms;
    private final SiteFiles files;
    private final BasePath base;

    AnyAddress(PostPages posts, CardPages cards, TermPages terms, SiteFiles files, BasePath base) {
        this.base = base;
        this.terms = terms;
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
                .or(() -> terms.at(path, request))
                .or(() -> files.at(path, request.getUserPrincipal(), request.getHeader(HttpHeaders.RANGE)))
                .or(() -> posts.movedFrom(path, files::areThere))
                .or(() -> base.without(path).map(PostPages::movedForNow))
                .orElseGet(() -> posts.missing(path));
    }
}
