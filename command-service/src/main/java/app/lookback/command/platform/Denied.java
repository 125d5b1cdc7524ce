package app.lookback.command.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import tools.jackson.databind.json.JsonMapper;

/** Says as a problem why a request did not even reach its endpoint. */
public final class Denied implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final JsonMapper JSON = JsonMapper.shared();

    private record Body(String title, int status, String detail, String code) {}

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        answer(response, HttpStatus.UNAUTHORIZED, "signed-out", "Sign in first.");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        if (reason instanceof CsrfException) {
            answer(
                    response,
                    HttpStatus.FORBIDDEN,
                    "csrf",
                    "The header X-XSRF-TOKEN has to repeat the cookie XSRF-TOKEN. Reload the page and try again.");
        } else {
            answer(response, HttpStatus.FORBIDDEN, "not-allowed", "You are not allowed to do this.");
        }
    }

    static void answer(HttpServletResponse response, HttpStatus status, String code, String sentence)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        var body = new Body(status.getReasonPhrase(), status.value(), sentence, code);
        response.getWriter().write(JSON.writeValueAsString(body));
    }

    /** Refuses a request that does not come to an endpoint at all. */
    public static void answer(HttpServletResponse response, Problem problem) throws IOException {
        if (problem.retryAfter() != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, problem.retryAfter().toString());
        }
        answer(response, problem.status(), problem.code(), problem.detail());
    }
}
