package app.lookback.command.platform;

import app.lookback.command.CommandServiceModule;
import app.lookback.text.RefusedEdit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers what was refused or went wrong in command-service as a problem that a person understands (RFC 9457). */
@RestControllerAdvice(basePackageClasses = CommandServiceModule.class)
class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal) {
        var answer = answer(HttpStatus.valueOf(refusal.status()), refusal.code(), refusal.sentence());
        return refusal instanceof Busy ? later(answer) : answer;
    }

    private static ResponseEntity<ProblemDetail> later(ResponseEntity<ProblemDetail> answer) {
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(answer.getBody());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(RefusedEdit refusal) {
        var status = switch (refusal.reason()) {
            case MALFORMED -> HttpStatus.BAD_REQUEST;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case OUTSIDE_TEXT, UNPAIRED_SURROGATE -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        return answer(status, refusal.reason().code(), String.valueOf(refusal.getMessage()));
    }

    /** What went wrong here is for the log only: its text may hold statements, values and paths. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(RuntimeException failure) {
        if (Outage.isBehind(failure)) {
            return refused(Busy.logUnreachable());
        }
        log.error("A command failed", failure);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "failed",
                "Something went wrong on the server. Try again in a moment.");
    }

    private static ResponseEntity<ProblemDetail> answer(HttpStatus status, String code, String sentence) {
        var problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setProperty("code", code);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
