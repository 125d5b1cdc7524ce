package app.lookback.query.history;

import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import app.lookback.query.library.Membership;
import app.lookback.query.platform.Immutable;
import app.lookback.query.platform.OutOfBounds;
import app.lookback.query.rendering.Block;
import app.lookback.query.rendering.Renderer;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Revisions as what changed, or one of them as it was. */
@RestController
class RevisionsRoute {

    private static final int LONGEST_RANGE = 2048;
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

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

    @GetMapping("/api/posts/{name}/revisions/{from:[0-9]+}-{to:[0-9]+}")
    ResponseEntity<Range> range(
            @PathVariable String name, @PathVariable long from, @PathVariable long to, Principal who) {
        var post = membership.enter(name, who);
        if (from < 1 || to < from || to - from >= LONGEST_RANGE) {
            throw OutOfBounds.because("A range is from-to, of at most %,d revisions.".formatted(LONGEST_RANGE));
        }
        require(post, to);
        return Immutable.answer().body(Range.of(revisions.range(post, from, to)));
    }

    @GetMapping("/api/posts/{name}/revisions/{number}/source")
    ResponseEntity<String> source(@PathVariable String name, @PathVariable long number, Principal who) {
        var post = membership.enter(name, who);
        return Immutable.answer().contentType(TEXT).body(revisions.sourceOrRefusal(post, number));
    }

    /** What has a hyphen within is a range. */
    @GetMapping("/api/posts/{name}/revisions/{number:-?[^-]*}")
    ResponseEntity<AsItWas> asItWas(@PathVariable String name, @PathVariable long number, Principal who) {
        var post = membership.enter(name, who);
        var source = revisions.sourceOrRefusal(post, number);
        var edit = number > 0 ? revisions.find(post, number) : Optional.<Revision>empty();
        return Immutable.answer()
                .body(new AsItWas(
                        number,
                        edit.map(Revision::author).orElse(null),
                        edit.map(Revision::at).orElse(null),
                        source,
                        renderer.render(source).blocks()));
    }

    private void require(PostId post, long number) {
        if (number > revisions.newest(post) && revisions.find(post, number).isEmpty()) {
            throw revisions.unknown(post, number);
        }
    }
}
