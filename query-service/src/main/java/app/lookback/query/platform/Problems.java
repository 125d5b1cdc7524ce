package app.lookback.query.platform;

import app.lookback.query.QueryServiceModule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers what is not there or went wrong in query-service as a problem that a person understands (RFC 9457). */
@RestControllerAdvice(basePackageClasses = QueryServiceModule.class)
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notFound(NotFound missing) {
        return answer(HttpStatus.NOT_FOUND, "unknown", String.valueOf(missing.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> deleted(Deleted gone) {
        return answer(HttpStatus.GONE, "deleted", String.valueOf(gone.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> beingRebuilt(BeingRebuilt building) {
        var answer = answer(HttpStatus.SERVICE_UNAVAILABLE, "being-rebuilt", String.valueOf(building.getMessage()));
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(BeingRebuilt.SECONDS))
                .body(answer.getBody());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> stopped(PostStopped stopped) {
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, "stopped", String.valueOf(stopped.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> malformed(MethodArgumentTypeMismatchException malformed) {
        return answer(HttpStatus.BAD_REQUEST, "malformed", "“" + malformed.getName() + "” has to be a whole number.");
    }

    /** What went wrong here is for the log only. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(RuntimeException failure) {
        log.error("A query failed", failure);
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
