package app.lookback.query.platform;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** A problem (RFC 9457) for those places where no controller answers. */
public record Problem(String title, int status, String detail, String code) {

    private static final JsonMapper JSON = JsonMapper.shared();

    public static Problem of(HttpStatus status, String code, String sentence) {
        return new Problem(status.getReasonPhrase(), status.value(), sentence, code);
    }

    public void answer(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(JSON.writeValueAsString(this));
    }
}
