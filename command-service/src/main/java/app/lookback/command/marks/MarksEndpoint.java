package app.lookback.command.marks;

import app.lookback.command.manuscript.ConfirmRevision;
import app.lookback.command.marks.MarkCommand.LabelRevision;
import app.lookback.command.marks.MarkCommand.MarkRestoration;
import app.lookback.command.marks.MarkCommand.RemoveLabel;
import app.lookback.command.marks.MarkCommand.RenameLabel;
import app.lookback.command.membership.Membership;
import app.lookback.command.platform.Body;
import app.lookback.command.platform.Decisions;
import app.lookback.command.platform.Time;
import app.lookback.contract.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes what a post's authors mark in its history. */
@RestController
class MarksEndpoint {

    record NewLabel(long revision, String name) {}

    record Labelled(int label) {}

    record Name(String name) {}

    record Restoration(long revision, long as, boolean whole) {}

    private final Decisions decisions;
    private final Membership membership;
    private final Time time;

    MarksEndpoint(Decisions decisions, Membership membership, Time time) {
        this.decisions = decisions;
        this.membership = membership;
        this.time = time;
    }

    @PostMapping("/api/posts/{post}/labels")
    @ResponseStatus(HttpStatus.CREATED)
    Labelled label(@PathVariable String post, HttpServletRequest request, Principal person) {
        var id = membership.requireAuthor(post, person);
        var asked = Body.json(request, NewLabel.class, Body.SMALL);
        var name = LabelName.of(asked.name()).text();
        decisions.<Object>decide(new ConfirmRevision(id, asked.revision()));
        return new Labelled(decisions.decide(
                new LabelRevision(id, asked.revision(), name, new PersonId(person.getName()), time.now())));
    }

    @PostMapping("/api/posts/{post}/labels/{label}/name")
    Name rename(@PathVariable String post, @PathVariable String label, HttpServletRequest request, Principal person) {
        var id = membership.requireAuthor(post, person);
        var name =
                LabelName.of(Body.json(request, Name.class, Body.SMALL).name()).text();
        decisions.<Object>decide(new RenameLabel(id, number(label), name, new PersonId(person.getName()), time.now()));
        return new Name(name);
    }

    @DeleteMapping("/api/posts/{post}/labels/{label}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String post, @PathVariable String label, Principal person) {
        var id = membership.requireAuthor(post, person);
        decisions.<Object>decide(new RemoveLabel(id, number(label), new PersonId(person.getName()), time.now()));
    }

    /** The edit that brings the revision back has been made before, as any other. */
    @PostMapping("/api/posts/{post}/restorations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void restored(@PathVariable String post, HttpServletRequest request, Principal person) {
        var id = membership.requireAuthor(post, person);
        var asked = Body.json(request, Restoration.class, Body.SMALL);
        decisions.<Object>decide(new ConfirmRevision(id, asked.revision()));
        decisions.<Object>decide(new ConfirmRevision(id, asked.as()));
        decisions.<Object>decide(new MarkRestoration(
                id, asked.revision(), asked.as(), asked.whole(), new PersonId(person.getName()), time.now()));
    }

    private static int number(String label) {
        if (!label.matches("[1-9][0-9]{0,8}")) {
            throw new MarkRefusal.UnknownLabel(0);
        }
        return Integer.parseInt(label);
    }
}
