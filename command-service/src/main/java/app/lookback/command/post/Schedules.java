package app.lookback.command.post;

import app.lookback.command.post.PostCommand.SchedulePublication;
import app.lookback.contract.PostId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which publications are due when: beside the log, so that they are found without reading it; the post alone decides whether one still holds. */
@Component
class Schedules {

    private static final int AT_ONCE = 50;

    /** The publication shall be scheduled, and be found when it is due. */
    record KeepSchedule(SchedulePublication schedule) {}

    record Due(PostId post, Instant at) {}

    private final JdbcClient database;
    private final CommandGateway commands;

    Schedules(JdbcClient database, CommandGateway commands) {
        this.database = database;
        this.commands = commands;
    }

    @CommandHandler
    void keep(KeepSchedule keep) {
        commands.<Object>sendAndWait(keep.schedule());
        database.sql("INSERT INTO scheduled_publication (post, due) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(keep.schedule().post().value(), keep.schedule().due().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Due> dueAt(Instant now) {
        return database.sql("SELECT post, due FROM scheduled_publication WHERE due <= ? ORDER BY due LIMIT " + AT_ONCE)
                .param(now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Due(
                        new PostId(row.getString("post")),
                        row.getObject("due", java.time.OffsetDateTime.class).toInstant()))
                .list();
    }

    void forget(Due done) {
        database.sql("DELETE FROM scheduled_publication WHERE post = ? AND due = ?")
                .params(done.post().value(), done.at().atOffset(ZoneOffset.UTC))
                .update();
    }
}
