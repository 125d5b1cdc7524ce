package app.lookback.query.compare;

import app.lookback.contract.PostId;
import app.lookback.query.compare.PageComparison.Part;
import app.lookback.query.history.Revisions;
import app.lookback.query.library.Library;
import app.lookback.query.library.Membership;
import app.lookback.query.library.Shelved;
import app.lookback.query.platform.Immutable;
import app.lookback.query.platform.NotFound;
import app.lookback.query.platform.OutOfBounds;
import app.lookback.query.rendering.Renderer;
import java.security.Principal;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What is different between two revisions or editions. */
@RestController
class CompareRoute {

    private static final Pattern PAIR = Pattern.compile("(edition-)?([0-9]{1,9})\\.\\.\\.(edition-)?([0-9]{1,9})");

    private final Membership membership;
    private final Library library;
    private final Revisions revisions;
    private final Renderer renderer;

    CompareRoute(Membership membership, Library library, Revisions revisions, Renderer renderer) {
        this.membership = membership;
        this.library = library;
        this.revisions = revisions;
        this.renderer = renderer;
    }

    record Sources(long from, long to, int inserted, int deleted, List<Hunk> hunks) {}

    record Pages(long from, long to, List<Part> parts) {}

    @GetMapping("/api/posts/{name}/compare/{pair}")
    ResponseEntity<Sources> sources(@PathVariable String name, @PathVariable String pair, Principal who) {
        var post = membership.enter(name, who);
        var asked = asked(post, pair);
        var compared = SourceComparison.of(
                revisions.sourceOrRefusal(post, asked[0]), revisions.sourceOrRefusal(post, asked[1]));
        return Immutable.answer()
                .body(new Sources(asked[0], asked[1], compared.inserted(), compared.deleted(), compared.hunks()));
    }

    @GetMapping("/api/posts/{name}/compare/{pair}/page")
    ResponseEntity<Pages> pages(@PathVariable String name, @PathVariable String pair, Principal who) {
        var post = membership.enter(name, who);
        var asked = asked(post, pair);
        var parts = PageComparison.of(
                revisions.sourceOrRefusal(post, asked[0]), revisions.sourceOrRefusal(post, asked[1]), renderer);
        return Immutable.answer().body(new Pages(asked[0], asked[1], parts));
    }

    private long[] asked(PostId post, String pair) {
        var said = PAIR.matcher(pair);
        if (!said.matches()) {
            throw OutOfBounds.because("Two revisions or editions are compared as 12...34 or edition-1...edition-2.");
        }
        return new long[] {
            revision(post, said.group(1) != null, Integer.parseInt(said.group(2))),
            revision(post, said.group(3) != null, Integer.parseInt(said.group(4)))
        };
    }

    private long revision(PostId post, boolean edition, int number) {
        return edition
                ? library.find(post).stream()
                        .flatMap(shelved -> shelved.editions().stream())
                        .filter(published -> published.edition() == number)
                        .mapToLong(Shelved.Published::revision)
                        .findFirst()
                        .orElseThrow(() -> new NotFound("This post has no edition " + number + "."))
                : number;
    }
}
