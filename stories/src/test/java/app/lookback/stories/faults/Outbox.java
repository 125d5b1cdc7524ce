package app.lookback.stories.faults;

import app.lookback.stories.faults.Answer.Accepted;
import app.lookback.stories.faults.Answer.Unknown;
import app.lookback.stories.faults.Happening.Answered;
import app.lookback.stories.faults.Happening.Refused;
import app.lookback.stories.faults.Happening.Submitted;
import app.lookback.stories.faults.Happening.Unanswered;
import app.lookback.stories.faults.Replica.Submission;
import java.net.URI;
import java.util.List;

/** Submits what was typed, one submission at a time and each until it is answered, to one node or another. */
final class Outbox {

    private static final int LONGEST_ANSWER_MILLIS = 3000;
    private static final int UNTIL_FETCHED_MILLIS = 300;

    private final Editor editor;
    private final List<URI> nodes;
    private final Wire wire;
    private int turn;
    private long sending;
    private long accepted;

    Outbox(Editor editor, List<URI> nodes, Wire wire, int turn) {
        this.editor = editor;
        this.nodes = nodes;
        this.wire = wire;
        this.turn = turn;
    }

    void next() {
        var submission = editor.replica().submit();
        if (submission != null && submission.sequence() != sending) {
            sending = submission.sequence();
            attempt(submission);
        }
    }

    private void attempt(Submission submission) {
        var attempt = new Attempt(submission, nodes.get(turn % nodes.size()));
        attempt.begin();
        editor.later(LONGEST_ANSWER_MILLIS, attempt::giveUp);
    }

    private boolean isOpen(Submission submission) {
        return accepted < submission.sequence() && editor.replica().inFlight() == submission;
    }

    private final class Attempt {

        private final Submission submission;
        private final URI node;
        private boolean over;

        Attempt(Submission submission, URI node) {
            this.submission = submission;
            this.node = node;
        }

        void begin() {
            var changes = submission.changes().toJson();
            editor.history()
                    .add(new Submitted(
                            editor.edit(submission.sequence()), submission.base(), changes, node.getAuthority()));
            var message = "{\"client\":\"%s\",\"sequence\":%d,\"base\":%d,\"changes\":%s}"
                    .formatted(editor.replica().client(), submission.sequence(), submission.base(), changes);
            wire.submit(node, submission.sequence(), message, this::answered);
        }

        private void answered(Answer answer) {
            var edit = editor.edit(submission.sequence());
            if (answer instanceof Accepted now) {
                over = true;
                editor.history().add(new Answered(edit, now.revision(), node.getAuthority()));
                isAccepted(submission, now.revision());
            } else if (answer instanceof Answer.Refused refused) {
                over = true;
                editor.history().add(new Refused(edit, node.getAuthority(), refused.why()));
            } else if (answer instanceof Unknown unknown) {
                tryAgain(unknown.why());
            }
        }

        void giveUp() {
            tryAgain("silence");
        }

        private void tryAgain(String why) {
            if (over || !isOpen(submission)) {
                return;
            }
            over = true;
            editor.history().add(new Unanswered(editor.edit(submission.sequence()), node.getAuthority(), why));
            turn++;
            editor.later(editor.backoff(), () -> {
                if (isOpen(submission)) {
                    attempt(submission);
                }
            });
        }
    }

    private void isAccepted(Submission submission, long revision) {
        if (!isOpen(submission)) {
            return;
        }
        accepted = submission.sequence();
        long here = editor.replica().revision();
        if (revision == here + 1) {
            editor.inbox().heard(editor.replica().asRevision(submission));
        } else if (revision > here) {
            editor.later(UNTIL_FETCHED_MILLIS, () -> editor.inbox().reach(revision));
        } else {
            editor.isConfused("revision %d is another's than %s".formatted(revision, submission));
        }
    }
}
