package app.lookback.query.live;

import app.lookback.contract.ManuscriptEvent.SourceEdited;
import app.lookback.contract.PostId;
import app.lookback.query.draft.Drafts;
import app.lookback.query.edition.Editions;
import app.lookback.query.history.Replay;
import app.lookback.query.library.Library;
import app.lookback.query.library.Members;
import app.lookback.query.platform.Log;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Begins with the draft that the view holds, because that is quick, and goes on with the log, because that is true. */
@Component
class StoredManuscripts implements Manuscripts {

    private final Drafts drafts;
    private final Log log;
    private final Library library;
    private final Members members;
    private final Editions editions;

    StoredManuscripts(Drafts drafts, Log log, Library library, Members members, Editions editions) {
        this.drafts = drafts;
        this.log = log;
        this.library = library;
        this.members = members;
        this.editions = editions;
    }

    @Override
    public Newest newest(PostId post) {
        var held = drafts.newest(post)
                .map(draft -> new Newest(draft.revision(), draft.source()))
                .orElse(new Newest(0, ""));
        var missing = after(post, held.revision()).toList();
        return missing.isEmpty()
                ? held
                : new Newest(
                        missing.get(missing.size() - 1).revision(),
                        Replay.apply(
                                held.source(),
                                missing.stream().map(SourceEdited::changes).toList()));
    }

    @Override
    public Stream<SourceEdited> after(PostId post, long revision) {
        return log.edits(post, revision);
    }

    @Override
    public boolean isRead(String path, int edition) {
        return editions.newest(path) >= edition;
    }

    @Override
    public Standing standing(PostId post) {
        var shelved = library.asOf(post, Long.MAX_VALUE);
        return new Standing(
                shelved.events(),
                shelved.path(),
                shelved.withdrawn(),
                shelved.historyOpen(),
                shelved.scheduledFor(),
                members.of(shelved));
    }
}
