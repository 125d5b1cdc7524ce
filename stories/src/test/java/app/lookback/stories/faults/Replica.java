package app.lookback.stories.faults;

import app.lookback.text.ChangeSet;
import org.jspecify.annotations.Nullable;

/**
 * One editor's knowledge of a post, as the studio keeps it: what is shown is the source at a revision, changed by the
 * submission in flight and then by what is not yet submitted.
 */
final class Replica {

    /** What is sent, and sent again unchanged until it has become a revision. */
    record Submission(long sequence, long base, ChangeSet changes) {}

    record Revision(long revision, String client, long sequence, ChangeSet changes) {}

    private final String client;
    private long revision;
    private String source;
    private String shown;
    private long sequence;
    private @Nullable Submission inFlight;
    private ChangeSet sent;
    private ChangeSet pending;

    Replica(String client, long revision, String source) {
        this.client = client;
        this.revision = revision;
        this.source = source;
        this.shown = source;
        this.sent = ChangeSet.empty(source.length());
        this.pending = ChangeSet.empty(source.length());
    }

    void type(ChangeSet changes) {
        shown = changes.apply(shown);
        pending = pending.compose(changes);
    }

    /** What is in flight, which is all that was typed if there was nothing; null if there is nothing to send. */
    @Nullable
    Submission submit() {
        if (inFlight == null && !pending.isEmpty()) {
            inFlight = new Submission(++sequence, revision, pending);
            sent = pending;
            pending = ChangeSet.empty(pending.newLength());
        }
        return inFlight;
    }

    @Nullable
    Submission inFlight() {
        return inFlight;
    }

    /** The revision that the submission in flight became, when the answer names the next one. */
    Revision asRevision(Submission submission) {
        return new Revision(revision + 1, client, submission.sequence(), sent);
    }

    void receive(Revision next) {
        if (next.revision() != revision + 1 || next.changes().length() != source.length()) {
            throw new IllegalArgumentException(
                    "%s does not follow revision %d, which has %d units".formatted(next, revision, source.length()));
        }
        if (isOwn(next)) {
            confirm(next.changes());
        } else {
            rebaseOver(next.changes());
        }
        source = next.changes().apply(source);
        revision = next.revision();
    }

    private boolean isOwn(Revision next) {
        return inFlight != null && next.client().equals(client) && next.sequence() == inFlight.sequence();
    }

    private void confirm(ChangeSet accepted) {
        if (!accepted.equals(sent)) {
            throw new IllegalArgumentException("'%s' was accepted as '%s'".formatted(sent, accepted));
        }
        inFlight = null;
        sent = ChangeSet.empty(accepted.newLength());
    }

    private void rebaseOver(ChangeSet others) {
        var overSent = others.map(sent, true);
        sent = sent.map(others, false);
        var overAll = overSent.map(pending, true);
        pending = pending.map(overSent, false);
        shown = overAll.apply(shown);
    }

    String client() {
        return client;
    }

    long revision() {
        return revision;
    }

    String source() {
        return source;
    }

    String shown() {
        return shown;
    }

    boolean isSaved() {
        return inFlight == null && pending.isEmpty();
    }
}
