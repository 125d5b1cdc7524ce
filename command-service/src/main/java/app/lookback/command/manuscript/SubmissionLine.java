package app.lookback.command.manuscript;

import app.lookback.command.platform.Body;
import app.lookback.command.platform.Busy;
import app.lookback.command.platform.Problem;
import jakarta.websocket.Session;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * One editor's socket. Edits are taken in their order, and each is answered when it is decided; whoever decides never
 * waits for a slow browser.
 */
final class SubmissionLine {

    /** Edits of one socket that may wait for their answers. */
    static final int MOST_UNANSWERED = 64;

    private static final Logger log = LoggerFactory.getLogger(SubmissionLine.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long PATIENCE_MILLIS = 5_000;

    private final Session browser;
    private final Queue<String> answers = new ArrayDeque<>();
    private int unanswered;
    private boolean sending;

    private record Accepted(String type, String client, long sequence, long revision) {}

    private record Refused(
            String type,
            @Nullable String client,
            @Nullable Long sequence,
            int status,
            String code,
            String detail,
            @Nullable Integer retryAfter) {}

    SubmissionLine(Session browser) {
        this.browser = browser;
        browser.getAsyncRemote().setSendTimeout(PATIENCE_MILLIS);
    }

    /** Hands a message on; false where the browser does not read its answers. */
    boolean take(String message, Function<Submission, CompletableFuture<Long>> submissions) {
        Submission submission;
        try {
            submission = Body.json(message, Submission.class);
        } catch (Body.Malformed malformed) {
            answer(refused(null, null, malformed));
            return isRead();
        }
        if (begin()) {
            decided(submission.client(), submission.sequence(), decision(submission, submissions));
        } else {
            answer(refused(submission.client(), submission.sequence(), Busy.tooMany()));
        }
        return isRead();
    }

    private static CompletableFuture<Long> decision(
            Submission submission, Function<Submission, CompletableFuture<Long>> submissions) {
        try {
            return submissions.apply(submission);
        } catch (RuntimeException refusal) {
            return CompletableFuture.failedFuture(refusal);
        }
    }

    private void decided(String client, long sequence, CompletableFuture<Long> decision) {
        decision.whenComplete((revision, failure) -> {
            end();
            answer(
                    failure == null
                            ? new Accepted("accepted", client, sequence, revision)
                            : refused(client, sequence, failure));
        });
    }

    private static Refused refused(@Nullable String client, @Nullable Long sequence, Throwable failure) {
        var problem = Problem.of(failure);
        return new Refused(
                "refused",
                client,
                sequence,
                problem.status().value(),
                problem.code(),
                problem.detail(),
                problem.retryAfter());
    }

    private synchronized boolean begin() {
        return unanswered < MOST_UNANSWERED && ++unanswered > 0;
    }

    private synchronized void end() {
        unanswered--;
    }

    private synchronized boolean isRead() {
        return answers.size() <= MOST_UNANSWERED;
    }

    private void answer(Object answer) {
        var json = JSON.writeValueAsString(answer);
        synchronized (this) {
            answers.add(json);
            if (sending) {
                return;
            }
            sending = true;
        }
        sendNext();
    }

    private void sendNext() {
        var next = next();
        if (next == null) {
            return;
        }
        try {
            browser.getAsyncRemote().sendText(next, result -> {
                if (result.isOK()) {
                    sendNext();
                }
            });
        } catch (IllegalStateException gone) {
            // What was not answered is sent again by another socket.
            log.debug("An editor went before its answer", gone);
        }
    }

    private synchronized @Nullable String next() {
        var next = answers.poll();
        sending = next != null;
        return next;
    }
}
