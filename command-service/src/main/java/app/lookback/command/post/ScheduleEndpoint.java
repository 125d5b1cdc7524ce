package app.lookback.command.post;

import app.lookback.command.manuscript.ConfirmRevision;
import app.lookback.command.membership.Membership;
import app.lookback.command.platform.Body;
import app.lookback.command.platform.Decisions;
import app.lookback.command.platform.Time;
import app.lookback.command.post.PostCommand.SchedulePublication;
import app.lookback.command.post.PostCommand.UnschedulePublication;
import app.lookback.command.post.Schedules.KeepSchedule;
import app.lookback.contract.PersonId;
import app.lookback.contract.Update;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Publishing later, by itself. */
@RestController
class ScheduleEndpoint {

    /** {@code kind} is empty for a first edition. */
    record Wanted(long revision, String due, String kind, String note) {}

    record Scheduled(Instant due) {}

    private final Decisions decisions;
    private final Membership membership;
    private final Time time;

    ScheduleEndpoint(Decisions decisions, Membership membership, Time time) {
        this.decisions = decisions;
        this.membership = membership;
        this.time = time;
    }

    @PostMapping("/api/posts/{post}/schedule")
    @ResponseStatus(HttpStatus.CREATED)
    Scheduled schedule(@PathVariable String post, HttpServletRequest request, Principal person) {
        var id = membership.requireAuthor(post, person);
        var wanted = Body.json(request, Wanted.class, Body.SMALL);
        var due = due(wanted.due());
        decisions.<Object>decide(new ConfirmRevision(id, wanted.revision()));
        decisions.<Object>decide(new KeepSchedule(new SchedulePublication(
                id, wanted.revision(), due, new PersonId(person.getName()), time.now(), update(wanted))));
        return new Scheduled(due);
    }

    @DeleteMapping("/api/posts/{post}/schedule")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unschedule(@PathVariable String post, Principal person) {
        var id = membership.requireAuthor(post, person);
        decisions.<Object>decide(new UnschedulePublication(id, new PersonId(person.getName()), time.now()));
    }

    private static Instant due(String written) {
        try {
            return OffsetDateTime.parse(written).toInstant().truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException unreadable) {
            throw new Body.Malformed("'due' is a time with its zone, as in 2026-11-24T18:00:00+09:00.");
        }
    }

    private static @Nullable Update update(Wanted wanted) {
        return wanted.kind().isEmpty() ? null : new Update(kind(wanted.kind()), Note.of(wanted.note()));
    }

    private static Update.Kind kind(String word) {
        for (var kind : Update.Kind.values()) {
            if (kind.name().equalsIgnoreCase(word)) {
                return kind;
            }
        }
        throw new Body.Malformed("'kind' is typo, correction, substantive, retraction, or empty for a first edition.");
    }
}
