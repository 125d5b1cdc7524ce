package app.lookback.command.platform;

import app.lookback.text.RefusedEdit;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/**
 * What a person is told of a refusal or a failure, by whatever way they asked.
 *
 * @param retryAfter in seconds, where trying again will do
 */
public record Problem(
        HttpStatus status,
        String code,
        String detail,
        @Nullable Integer retryAfter) {

    private static final Logger log = LoggerFactory.getLogger(Problem.class);

    public static Problem of(Throwable failure) {
        if (failure instanceof CompletionException && failure.getCause() != null) {
            return of(failure.getCause());
        }
        if (failure instanceof Refusal refusal) {
            return of(refusal);
        }
        if (failure instanceof RefusedEdit refusal) {
            return new Problem(statusOf(refusal), refusal.reason().code(), String.valueOf(refusal.getMessage()), null);
        }
        return Outage.isBehind(failure) ? of(Busy.logUnreachable()) : unforeseen(failure);
    }

    private static Problem of(Refusal refusal) {
        var status = HttpStatus.valueOf(refusal.status());
        return new Problem(status, refusal.code(), refusal.sentence(), refusal instanceof Busy ? 1 : null);
    }

    private static HttpStatus statusOf(RefusedEdit refusal) {
        return switch (refusal.reason()) {
            case MALFORMED -> HttpStatus.BAD_REQUEST;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case OUTSIDE_TEXT, UNPAIRED_SURROGATE -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    /** What went wrong here is for the log only: its text may hold statements, values and paths. */
    private static Problem unforeseen(Throwable failure) {
        log.error("A command failed", failure);
        return new Problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "failed",
                "Something went wrong on the server. Try again in a moment.",
                null);
    }
}
