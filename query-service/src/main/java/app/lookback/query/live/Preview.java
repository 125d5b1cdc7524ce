package app.lookback.query.live;

import app.lookback.query.history.Replay;
import app.lookback.query.live.Page.Rendering;
import app.lookback.text.ChangeSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The page of one room, rendered behind the revisions: one rendering at a time, always of the newest revision, and
 * between two of them at least 200 ms and at least as long a rest as the rendering took. Used in its room's turns only.
 */
final class Preview {

    private static final Logger log = LoggerFactory.getLogger(Preview.class);
    private static final long BETWEEN_RENDERINGS = TimeUnit.MILLISECONDS.toNanos(200);

    private final Stage stage;
    private final Turns turns;
    private final Runnable ready;
    private final List<ChangeSet> changes = new ArrayList<>();
    private String source;
    private long revision;
    private @Nullable Page newest;
    private @Nullable Rendering lastWhole;
    private boolean busy;
    private boolean closed;
    private long notBefore;

    /** Without a source the changes did not fit; without a rendering the renderer failed. */
    private record Attempt(
            long began,
            long ended,
            @Nullable String source,
            @Nullable Rendering rendering) {}

    Preview(Manuscripts.Newest opened, Stage stage, Turns turns, Runnable ready) {
        this.stage = stage;
        this.turns = turns;
        this.ready = ready;
        this.source = opened.source();
        this.revision = opened.revision();
        this.notBefore = stage.timing().nanos();
        renderInTime();
    }

    @Nullable
    Page newest() {
        return newest;
    }

    void changed(long newRevision, ChangeSet change) {
        revision = newRevision;
        changes.add(change);
        renderInTime();
    }

    void close() {
        closed = true;
    }

    private void renderInTime() {
        if (!busy) {
            busy = true;
            long wait = notBefore - stage.timing().nanos();
            if (wait <= 0) {
                render();
            } else {
                stage.timing().after(wait, () -> turns.add(this::render));
            }
        }
    }

    private void render() {
        if (closed) {
            return;
        }
        var from = source;
        var taken = List.copyOf(changes);
        long target = revision;
        changes.clear();
        stage.renderers().execute(() -> {
            var attempt = attempt(from, taken);
            turns.add(() -> finish(target, taken, attempt));
        });
    }

    private Attempt attempt(String from, List<ChangeSet> taken) {
        long began = stage.timing().nanos();
        String text = null;
        Rendering rendering = null;
        try {
            text = Replay.apply(from, taken);
            rendering = stage.renderer().apply(text);
        } catch (RuntimeException | StackOverflowError failure) {
            log.error("A live page could not be rendered; its revisions go on", failure);
        }
        return new Attempt(began, stage.timing().nanos(), text, rendering);
    }

    private void finish(long target, List<ChangeSet> taken, Attempt attempt) {
        busy = false;
        long cost = attempt.ended() - attempt.began();
        notBefore = Math.max(attempt.began() + BETWEEN_RENDERINGS, attempt.ended() + cost);
        if (attempt.source() == null) {
            changes.addAll(0, taken);
        } else {
            source = attempt.source();
        }
        if (attempt.rendering() != null && !closed) {
            newest = Page.of(target, shown(attempt.rendering()));
            ready.run();
        }
        if (revision > target) {
            renderInTime();
        }
    }

    /** A page that asks for too much does not take the last good one away. */
    private Rendering shown(Rendering rendering) {
        if (rendering.whole()) {
            lastWhole = rendering;
        }
        return rendering.whole() || lastWhole == null ? rendering : rendering.above(lastWhole);
    }
}
