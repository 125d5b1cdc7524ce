package app.lookback.query.live;

import app.lookback.contract.ManuscriptEvent.SourceEdited;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostEvent;
import app.lookback.contract.log.LogSerializer;
import app.lookback.query.library.Member;
import app.lookback.text.ChangeSet;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** All that the server may say. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(value = Frame.Welcome.class, name = "welcome"),
    @Type(value = Frame.Revision.class, name = "revision"),
    @Type(value = Frame.Presence.class, name = "presence"),
    @Type(value = Frame.Left.class, name = "left"),
    @Type(value = Frame.Preview.class, name = "preview"),
    @Type(value = Frame.Edition.class, name = "edition"),
    @Type(value = Frame.Standing.class, name = "standing"),
    @Type(value = Frame.Pong.class, name = "pong"),
    @Type(value = Frame.Problem.class, name = "problem")
})
sealed interface Frame {

    JsonMapper JSON = JsonMapper.builder().addModule(LogSerializer.changes()).build();

    default String json() {
        return JSON.writeValueAsString(this);
    }

    record Welcome(long revision, List<Presence> present) implements Frame {}

    record Revision(long revision, String client, long sequence, PersonId author, Instant at, ChangeSet changes)
            implements Frame {
        static Revision of(SourceEdited edit) {
            return new Revision(
                    edit.revision(), edit.client(), edit.sequence(), edit.author(), edit.at(), edit.changes());
        }
    }

    record Presence(
            String connection,
            String client,
            PersonId author,
            String name,
            long revision,
            @Nullable Integer anchor,
            @Nullable Integer head)
            implements Frame {}

    record Left(String connection) implements Frame {}

    record Preview(long revision, String title, List<String> order, List<Integer> lines, List<Html> blocks)
            implements Frame {}

    /** One block of a page; not a frame by itself. */
    record Html(String id, String html) {}

    record Edition(int edition, long revision, String path, PersonId by) implements Frame {}

    /** The post besides its source, as it is now, and what happened to it just now, by whom and to whom. */
    record Standing(
            String path,
            boolean withdrawn,
            boolean historyOpen,
            @Nullable Instant scheduled,
            List<Member> people,
            @Nullable String happened,
            @Nullable PersonId by,
            @Nullable PersonId person)
            implements Frame {

        static Standing of(Manuscripts.Standing now, @Nullable PostEvent event) {
            return new Standing(
                    now.path(),
                    now.withdrawn(),
                    now.historyOpen(),
                    now.scheduled(),
                    now.people(),
                    Happened.word(event),
                    Happened.by(event),
                    Happened.to(event));
        }
    }

    record Pong() implements Frame {}

    record Problem(String code, String detail) implements Frame {}
}
