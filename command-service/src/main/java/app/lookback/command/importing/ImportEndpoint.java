package app.lookback.command.importing;

import app.lookback.command.address.PostPath;
import app.lookback.command.manuscript.EditSource;
import app.lookback.command.marks.MarkImport;
import app.lookback.command.platform.Body;
import app.lookback.command.platform.Decisions;
import app.lookback.command.platform.Time;
import app.lookback.command.post.BeginPost;
import app.lookback.command.post.CreatedPost;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Makes a post of a Hugo file. */
@RestController
class ImportEndpoint {

    private static final int LARGEST_FILE = 8_000_000;

    private final Decisions decisions;
    private final Time time;

    ImportEndpoint(Decisions decisions, Time time) {
        this.decisions = decisions;
        this.time = time;
    }

    @PostMapping("/api/posts/import")
    @ResponseStatus(HttpStatus.CREATED)
    CreatedPost importFile(@RequestParam(defaultValue = "") String name, HttpServletRequest request, Principal person) {
        if (!String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT).matches("text/(markdown|plain)\\b.*")) {
            throw new Body.WrongType("Send the file as text/markdown.");
        }
        var file = HugoFile.read(Body.bytes(request, LARGEST_FILE));
        var post = PostId.random();
        var author = new PersonId(person.getName());
        var now = time.now();
        var edits = List.of(EditSource.firstText(post, author, file.source(), now));
        String path =
                decisions.decide(new BeginPost(post, PostPath.of(file.slug(name)), author, file.form(), edits, now));
        decisions.<Object>decide(new MarkImport(post, 1, HugoFile.shortName(name), author, now));
        return new CreatedPost(post, path);
    }
}
