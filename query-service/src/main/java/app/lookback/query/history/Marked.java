package app.lookback.query.history;

import app.lookback.contract.MarkEvent;
import app.lookback.contract.MarkEvent.LabelRemoved;
import app.lookback.contract.MarkEvent.LabelRenamed;
import app.lookback.contract.MarkEvent.RevisionLabelled;
import app.lookback.contract.MarkEvent.RevisionRestored;
import app.lookback.contract.MarkEvent.SourceImported;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;

/** What people marked in a post's history, after the first {@code events} such events. */
public record Marked(
        @BsonId PostId post, long events, List<Label> labels, List<Restoration> restorations, List<Import> imports) {

    /** A name that a person gave to a revision. */
    public record Label(int label, long revision, String name, PersonId by, Instant at) {}

    /** Revision {@code as} brought back what revision {@code revision} was, or a part of it. */
    public record Restoration(long revision, long as, boolean whole, PersonId by, Instant at) {}

    /** Revision {@code revision} stood in a file of this name. */
    public record Import(long revision, String file, PersonId by, Instant at) {}

    static Marked nothing(PostId post) {
        return new Marked(post, 0, List.of(), List.of(), List.of());
    }

    Stream<PersonId> people() {
        return Stream.of(
                        labels.stream().map(Label::by),
                        restorations.stream().map(Restoration::by),
                        imports.stream().map(Import::by))
                .flatMap(people -> people);
    }

    Marked after(Stream<MarkEvent> happened) {
        var marked = this;
        for (var event : (Iterable<MarkEvent>) happened::iterator) {
            marked = marked.after(event);
        }
        return marked;
    }

    private Marked after(MarkEvent event) {
        var named = new ArrayList<>(labels);
        var restored = new ArrayList<>(restorations);
        var imported = new ArrayList<>(imports);
        if (event instanceof RevisionLabelled e) {
            named.add(new Label(e.label(), e.revision(), e.name(), e.by(), e.at()));
        } else if (event instanceof LabelRenamed e) {
            named.replaceAll(label -> label.label() == e.label()
                    ? new Label(e.label(), label.revision(), e.name(), label.by(), label.at())
                    : label);
        } else if (event instanceof LabelRemoved e) {
            named.removeIf(label -> label.label() == e.label());
        } else if (event instanceof RevisionRestored e) {
            restored.add(new Restoration(e.revision(), e.as(), e.whole(), e.by(), e.at()));
        } else if (event instanceof SourceImported e) {
            imported.add(new Import(e.revision(), e.file(), e.by(), e.at()));
        }
        return new Marked(post, events + 1, named, restored, imported);
    }
}
