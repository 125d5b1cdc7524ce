package app.lookback.command.marks;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import app.lookback.command.marks.MarkCommand.LabelRevision;
import app.lookback.command.marks.MarkCommand.MarkRestoration;
import app.lookback.command.marks.MarkCommand.RemoveLabel;
import app.lookback.command.marks.MarkCommand.RenameLabel;
import app.lookback.contract.MarkEvent.LabelRemoved;
import app.lookback.contract.MarkEvent.LabelRenamed;
import app.lookback.contract.MarkEvent.RevisionLabelled;
import app.lookback.contract.MarkEvent.RevisionRestored;
import app.lookback.contract.MarkEvent.SourceImported;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** What people mark in the history of one post. A command that comes again changes nothing. */
@Aggregate
class Marks {

    private static final int MOST_LABELS = 1_000;

    @AggregateIdentifier
    private @Nullable String id;

    private final Map<Integer, Label> labels = new LinkedHashMap<>();
    private final Set<Restored> restored = new LinkedHashSet<>();
    private final Set<Long> imported = new HashSet<>();
    private int lastLabel;

    private record Label(long revision, String name) {}

    private record Restored(long revision, long as) {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    int label(LabelRevision asked) {
        var label = new Label(asked.revision(), asked.name());
        for (var known : labels.entrySet()) {
            if (known.getValue().equals(label)) {
                return known.getKey();
            }
        }
        if (labels.size() >= MOST_LABELS) {
            throw new MarkRefusal.TooMany(MOST_LABELS);
        }
        apply(new RevisionLabelled(
                asked.post(), lastLabel + 1, asked.revision(), asked.name(), asked.by(), asked.at()));
        return lastLabel;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void rename(RenameLabel asked) {
        if (!require(asked.label()).name().equals(asked.name())) {
            apply(new LabelRenamed(asked.post(), asked.label(), asked.name(), asked.by(), asked.at()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void remove(RemoveLabel asked) {
        require(asked.label());
        apply(new LabelRemoved(asked.post(), asked.label(), asked.by(), asked.at()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void mark(MarkRestoration asked) {
        if (asked.as() <= asked.revision()) {
            throw new MarkRefusal.NotLater();
        }
        if (!restored.contains(new Restored(asked.revision(), asked.as()))) {
            apply(new RevisionRestored(
                    asked.post(), asked.revision(), asked.as(), asked.whole(), asked.by(), asked.at()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void mark(MarkImport asked) {
        if (!imported.contains(asked.revision())) {
            apply(new SourceImported(
                    asked.post(), asked.revision(), asked.file(), asked.by(), asked.at(), asked.sha256()));
        }
    }

    private Label require(int number) {
        var label = labels.get(number);
        if (label == null) {
            throw new MarkRefusal.UnknownLabel(number);
        }
        return label;
    }

    @EventSourcingHandler
    void on(RevisionLabelled event) {
        id = event.post().marks();
        lastLabel = event.label();
        labels.put(event.label(), new Label(event.revision(), event.name()));
    }

    @EventSourcingHandler
    void on(LabelRenamed event) {
        labels.computeIfPresent(event.label(), (same, label) -> new Label(label.revision(), event.name()));
    }

    @EventSourcingHandler
    void on(LabelRemoved event) {
        labels.remove(event.label());
    }

    @EventSourcingHandler
    void on(SourceImported event) {
        id = event.post().marks();
        imported.add(event.revision());
    }

    @EventSourcingHandler
    void on(RevisionRestored event) {
        id = event.post().marks();
        restored.add(new Restored(event.revision(), event.as()));
    }
}
