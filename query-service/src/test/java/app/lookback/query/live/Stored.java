package app.lookback.query.live;

import app.lookback.contract.ManuscriptEvent.SourceEdited;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import app.lookback.contract.Role;
import app.lookback.query.library.Member;
import app.lookback.text.ChangeSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** A post as a test wrote it. */
final class Stored implements Manuscripts {

    static final PersonId AUTHOR = new PersonId("6f1c2f0e-3f5d-4a55-9a53-0d9f4f3b9f11");
    static final String CLIENT = "5d2f2a52-9d86-4b7a-8f4e-b7a5a1c0d001";

    private final PostId post;
    private final List<SourceEdited> edits = new ArrayList<>();
    private String source = "";
    boolean unreachable;
    int read = Integer.MAX_VALUE;
    int readings;

    Stored(PostId post) {
        this.post = post;
    }

    /** One more edit is in the log: {@code line} at the end. */
    SourceEdited append(String line) {
        var changes = ChangeSet.replace(source.length(), source.length(), source.length(), line + "\n");
        source = changes.apply(source);
        var edit = new SourceEdited(
                post,
                edits.size() + 1,
                AUTHOR,
                CLIENT,
                edits.size() + 1,
                changes,
                Instant.parse("2026-05-04T03:02:01.123Z"));
        edits.add(edit);
        return edit;
    }

    @Override
    public Newest newest(PostId asked) {
        reach();
        return new Newest(edits.size(), source);
    }

    @Override
    public Stream<SourceEdited> after(PostId asked, long revision) {
        reach();
        return List.copyOf(edits).stream().filter(edit -> edit.revision() > revision);
    }

    @Override
    public Standing standing(PostId asked) {
        return new Standing(1, "/posts/look-back/", false, false, null, List.of(new Member(AUTHOR, "Ada", Role.OWNER)));
    }

    @Override
    public boolean isRead(String path, int edition) {
        return edition <= read;
    }

    private void reach() {
        readings++;
        if (unreachable) {
            throw new EventStoreException("The log is out of reach, as the test wants it.");
        }
    }
}
