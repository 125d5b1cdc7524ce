package app.lookback.query.live;

import app.lookback.contract.ManuscriptEvent.SourceEdited;
import app.lookback.contract.PostEvent;
import app.lookback.contract.PostEvent.EditionPublished;
import app.lookback.contract.PostId;
import app.lookback.query.live.Frame.Left;
import app.lookback.query.live.Frame.Presence;
import app.lookback.query.live.Frame.Welcome;
import app.lookback.query.live.Message.Here;
import app.lookback.query.platform.Outage;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All who watch one post. What happens in a room happens one thing after another; what happens in another room, in a
 * slow browser or in the renderer delays nothing here.
 *
 * <p>Law: whoever was welcomed at revision n is sent n + 1, n + 2, n + 3 ... in this order, each once, or is closed.
 */
final class Room {

    private static final Logger log = LoggerFactory.getLogger(Room.class);
    private static final long BETWEEN_PRESENCES = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final int LOOKS_AT_AN_EDITION = 200;
    private static final long UNTIL_ANOTHER_TRY = TimeUnit.SECONDS.toNanos(1);

    private final PostId post;
    private final Manuscripts manuscripts;
    private final Stage stage;
    private final Turns turns;
    private final Map<Connection, Watcher> watchers = new LinkedHashMap<>();
    private final Handout handout;
    private long revision;
    private int length;
    private int told;
    private long toldOf;
    private boolean tryingAgain;
    private boolean broken;

    /** Null while nobody watches. */
    private @Nullable Preview preview;

    Room(PostId post, Manuscripts manuscripts, Stage stage) {
        this.post = post;
        this.manuscripts = manuscripts;
        this.stage = stage;
        this.turns = new Turns(stage.turns());
        this.handout = new Handout(turns, this::newestPage);
    }

    void here(Connection who, Here here) {
        turns.add(() -> take(who, here));
    }

    private void take(Connection who, Here here) {
        if (who.isOver()) {
            return;
        }
        var watcher = watchers.get(who);
        if (watcher != null) {
            move(watcher, who.at(here));
        } else if (open()) {
            welcome(new Watcher(who), who.at(here));
        } else {
            who.end(Closing.FAILED);
        }
    }

    private boolean open() {
        if (preview == null) {
            try {
                var newest = manuscripts.newest(post);
                revision = newest.revision();
                length = newest.source().length();
                broken = false;
                preview = new Preview(
                        newest, stage, turns, () -> watchers.values().forEach(handout::offer));
            } catch (RuntimeException unreachable) {
                log.warn("The live post {} could not be opened", post, unreachable);
                return false;
            }
        }
        return true;
    }

    private void welcome(Watcher newcomer, Presence presence) {
        watchers.values().stream()
                .filter(watcher -> watcher.isReplacedBy(presence))
                .forEach(this::disappear);
        var present = watchers.values().stream()
                .map(watcher -> watcher.presence)
                .filter(Objects::nonNull)
                .toList();
        newcomer.shownAt = stage.timing().nanos() - BETWEEN_PRESENCES;
        watchers.put(newcomer.connection, newcomer);
        newcomer.connection.send(new Welcome(revision, present).json());
        tellStanding(List.of(newcomer.connection), null);
        move(newcomer, presence);
        handout.offer(newcomer);
    }

    private void move(Watcher watcher, Presence presence) {
        watcher.presence = presence;
        if (!watcher.toBeShown) {
            watcher.toBeShown = true;
            long wait = watcher.shownAt + BETWEEN_PRESENCES - stage.timing().nanos();
            if (wait <= 0) {
                showPresence(watcher);
            } else {
                stage.timing().after(wait, () -> turns.add(() -> showPresence(watcher)));
            }
        }
    }

    private void showPresence(Watcher watcher) {
        watcher.toBeShown = false;
        watcher.shownAt = stage.timing().nanos();
        if (watcher.presence != null && watchers.containsKey(watcher.connection)) {
            tellOthers(watcher, watcher.presence);
        }
    }

    private void disappear(Watcher watcher) {
        if (watcher.presence != null) {
            watcher.presence = null;
            tellOthers(watcher, new Left(watcher.connection.id()));
        }
    }

    void leave(Connection who) {
        turns.add(() -> {
            var watcher = watchers.remove(who);
            if (watcher != null) {
                disappear(watcher);
            }
            if (watchers.isEmpty() && preview != null) {
                preview.close();
                preview = null;
                handout.forget();
            }
        });
    }

    void edited(SourceEdited edit) {
        turns.add(() -> {
            if (preview != null && !broken && edit.revision() > revision) {
                catchUp(edit);
            }
        });
    }

    private void catchUp(SourceEdited edit) {
        if (edit.revision() == revision + 1) {
            accept(edit);
            return;
        }
        if (tryingAgain) {
            return;
        }
        try (var missing = manuscripts.after(post, revision)) {
            missing.takeWhile(found -> !broken).forEachOrdered(this::accept);
        } catch (RuntimeException failure) {
            log.warn("The edits of {} after revision {} could not be read", post, revision, failure);
            if (!Outage.isBehind(failure)) {
                endAll();
                return;
            }
        }
        if (revision < edit.revision() && !broken) {
            tryAgain(edit);
        }
    }

    private void tryAgain(SourceEdited edit) {
        if (!tryingAgain) {
            tryingAgain = true;
            stage.timing()
                    .after(
                            UNTIL_ANOTHER_TRY,
                            () -> turns.add(() -> {
                                tryingAgain = false;
                                edited(edit);
                            }));
        }
    }

    private void accept(SourceEdited edit) {
        if (edit.changes().length() != length) {
            log.error("Revision {} of {} does not fit the one before", edit.revision(), post);
            endAll();
            return;
        }
        revision = edit.revision();
        length = edit.changes().newLength();
        tellAll(Frame.Revision.of(edit));
        Objects.requireNonNull(preview).changed(edit.revision(), edit.changes());
    }

    /** Nobody can go on here; this post's watchers are told to come again, and no other room hears of it. */
    void fail() {
        turns.add(this::endAll);
    }

    private void endAll() {
        broken = true;
        List.copyOf(watchers.keySet()).forEach(watcher -> watcher.end(Closing.FAILED));
    }

    void published(EditionPublished edition) {
        published(edition, LOOKS_AT_AN_EDITION);
    }

    /** Told when readers get it, for whoever is told goes there; without the page where that is long in coming. */
    private void published(EditionPublished edition, int looks) {
        turns.add(() -> {
            if (edition.edition() > told && !watchers.isEmpty()) {
                var path = manuscripts.standing(post).path();
                if (looks == 0 || manuscripts.isRead(path, edition.edition())) {
                    told = edition.edition();
                    tellAll(new Frame.Edition(edition.edition(), edition.revision(), path, edition.by()));
                } else {
                    stage.timing().after(BETWEEN_LOOKS, () -> published(edition, looks - 1));
                }
            }
        });
    }

    /** What happened to the post besides its source is told with how the post stands since. */
    void happened(PostEvent event, long number) {
        turns.add(() -> {
            if (number > toldOf && !watchers.isEmpty()) {
                toldOf = number;
                tellStanding(watchers.keySet(), event);
            }
        });
    }

    /** Whoever is not told now is told when they come again. */
    private void tellStanding(Collection<Connection> these, @Nullable PostEvent event) {
        try {
            var json = Frame.Standing.of(manuscripts.standing(post), event).json();
            these.forEach(connection -> connection.send(json));
        } catch (RuntimeException unreachable) {
            log.warn("How {} stands could not be read", post, unreachable);
            List.copyOf(these).forEach(connection -> connection.end(Closing.FAILED));
        }
    }

    private @Nullable Page newestPage() {
        return preview == null ? null : preview.newest();
    }

    private void tellAll(Frame frame) {
        var json = frame.json();
        watchers.values().forEach(watcher -> watcher.connection.send(json));
    }

    private void tellOthers(Watcher subject, Frame frame) {
        var json = frame.json();
        watchers.values().stream()
                .filter(watcher -> watcher != subject)
                .forEach(watcher -> watcher.connection.send(json));
    }
}
