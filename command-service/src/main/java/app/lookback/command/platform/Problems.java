package app.lookback.command.platform;

import app.lookback.command.CommandServiceModule;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers what was refused or went wrong in command-service as a problem that a person understands (RFC 9457). */
@RestControllerAdvice(basePackageClasses = CommandServiceModule.class)
class Problems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(RuntimeException failure) {
        var problem = Problem.of(failure);
        var body = ProblemDetail.forStatusAndDetail(problem.status(), problem.detail());
        body.setProperty("code", problem.code());
        var answer = ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.retryAfter() != null) {
            answer.header(HttpHeaders.RETRY_AFTER, problem.retryAfter().toString());
        }
        return answer.body(body);
    }
}
