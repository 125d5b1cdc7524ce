package app.lookback.query.draft;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import app.lookback.contract.ManuscriptEvent.SourceEdited;
import app.lookback.contract.PostId;
import app.lookback.hugo.FrontMatter;
import app.lookback.query.draft.Draft.Standing;
import app.lookback.query.history.Replay;
import app.lookback.query.platform.Batch;
import app.lookback.query.platform.Log;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;

/** The newest source of each post, written once for all edits that came together. */
@Component
@ProcessingGroup("drafts")
public class Drafts {

    private final MongoCollection<Draft> drafts;
    private final Log log;

    Drafts(MongoDatabase views, Log log) {
        this.drafts = views.getCollection("drafts", Draft.class);
        this.log = log;
    }

    @EventHandler
    void on(SourceEdited edit) {
        Batch.gather(edit, this, this::write);
    }

    private void write(List<SourceEdited> edits) {
        var writes = new ArrayList<WriteModel<Draft>>();
        edits.stream().collect(groupingBy(SourceEdited::post)).forEach((post, ofPost) -> {
            var held = newest(post).orElseGet(() -> empty(post));
            var unseen = unseen(held, ofPost);
            if (!unseen.isEmpty()) {
                writes.add(replacement(held, after(held, unseen)));
            }
        });
        if (!writes.isEmpty()) {
            drafts.bulkWrite(writes);
        }
    }

    private static Draft empty(PostId post) {
        return new Draft(post, 0, Instant.EPOCH, null, "", List.of(), List.of(), "");
    }

    private List<SourceEdited> unseen(Draft held, List<SourceEdited> edits) {
        var fresh =
                edits.stream().filter(edit -> edit.revision() > held.revision()).toList();
        if (fresh.isEmpty() || fresh.get(0).revision() == held.revision() + 1) {
            return fresh;
        }
        long first = fresh.get(0).revision();
        var missed = log.edits(held.post(), held.revision()).takeWhile(edit -> edit.revision() < first);
        return Stream.concat(missed, fresh.stream()).toList();
    }

    private static Draft after(Draft held, List<SourceEdited> edits) {
        var source = Replay.apply(
                held.source(), edits.stream().map(SourceEdited::changes).toList());
        var last = edits.get(edits.size() - 1);
        var said = FrontMatter.read(source);
        return new Draft(
                held.post(),
                last.revision(),
                last.at(),
                last.author(),
                said.heading(),
                said.tags(),
                Picture.in(source),
                source);
    }

    /** Fails, so that it is tried again, where another node has written meanwhile. */
    private static ReplaceOneModel<Draft> replacement(Draft held, Draft next) {
        return new ReplaceOneModel<>(
                and(eq("_id", held.post()), eq("revision", held.revision())), next, new ReplaceOptions().upsert(true));
    }

    @ResetHandler
    void reset() {
        drafts.deleteMany(Filters.empty());
    }

    public Optional<Draft> newest(PostId post) {
        return Optional.ofNullable(drafts.find(eq("_id", post)).first());
    }

    public Optional<Standing> standing(PostId post) {
        return Optional.ofNullable(standing(List.of(post)).get(post));
    }

    /** The images that this post shows or names. */
    public List<Picture> pictures(Standing standing) {
        return standing.pictures() == null
                ? newest(standing.post())
                        .map(draft -> Picture.in(draft.source()))
                        .orElse(List.of())
                : standing.pictures();
    }

    /** How far these posts are, without their sources. */
    public Map<PostId, Standing> standing(Collection<PostId> posts) {
        return drafts
                .withDocumentClass(Standing.class)
                .find(in("_id", posts))
                .projection(Projections.exclude("source"))
                .into(new ArrayList<>())
                .stream()
                .collect(toMap(Standing::post, Function.identity()));
    }
}
