package app.lookback.query.history;

import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import app.lookback.query.library.Membership;
import app.lookback.query.platform.NotFound;
import app.lookback.query.rendering.Block;
import app.lookback.query.rendering.Renderer;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Revisions as what changed, or one of them as it was. */
@RestController
class RevisionsRoute {

    private static final Duration KEPT_BY_THE_BROWSER = Duration.ofHours(1);

    private final Membership membership;
    private final Revisions revisions;
    private final Renderer renderer;

    RevisionsRoute(Membership membership, Revisions revisions, Renderer renderer) {
        this.membership = membership;
        this.revisions = revisions;
        this.renderer = renderer;
    }

    record Since(long newest, List<Revision> revisions) {}

    record AsItWas(
            long revision,
            @Nullable PersonId author,
            @Nullable Instant at,
            String source,
            List<Block> preview) {}

    @GetMapping("/api/posts/{name}/revisions")
    Since since(@PathVariable String name, @RequestParam(defaultValue = "0") long after, Principal who) {
        var post = membership.enter(name, who);
        var found = revisions.after(post, Math.max(0, after));
        long last = found.isEmpty() ? 0 : found.get(found.size() - 1).revision();
        return new Since(Math.max(last, revisions.newest(post)), found);
    }

    @GetMapping("/api/posts/{name}/revisions/{number}")
    ResponseEntity<AsItWas> asItWas(@PathVariable String name, @PathVariable long number, Principal who) {
        var post = membership.enter(name, who);
        return ResponseEntity.ok()
                .cacheControl(
                        CacheControl.maxAge(KEPT_BY_THE_BROWSER).cachePrivate().immutable())
                .body(asItWas(post, number));
    }

    private AsItWas asItWas(PostId post, long number) {
        var edit = number > 0 ? revisions.find(post, number) : Optional.<Revision>empty();
        if (number != 0 && edit.isEmpty()) {
            throw new NotFound("This post has no revision " + number + ".");
        }
        var source = revisions.source(post, number).orElseThrow();
        return new AsItWas(
                number,
                edit.map(Revision::author).orElse(null),
                edit.map(Revision::at).orElse(null),
                source,
                renderer.render(source).blocks());
    }
}
