package app.lookback.query.reader;

import app.lookback.query.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Answers whatever address nothing else answers: posts may stand at any. */
@Configuration(proxyBeanMethods = false)
class Fallback {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final AnyAddress any;
    private final MissingPage missing;

    Fallback(AnyAddress any, MissingPage missing) {
        this.any = any;
        this.missing = missing;
    }

    @Bean
    SimpleUrlHandlerMapping queryFallback() {
        HttpRequestHandler handler = this::answer;
        return new SimpleUrlHandlerMapping(Map.of("/**", handler), Ordered.LOWEST_PRECEDENCE);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = Addresses.path(request);
        if (path.startsWith("/api/")) {
            Problem.of(HttpStatus.NOT_FOUND, "unknown", "There is nothing at this address.")
                    .answer(response);
        } else {
            send(READING.contains(request.getMethod()) ? any.answer(request) : missing.at(path), request, response);
        }
    }

    /** Who has it already is not sent it again. */
    private static void send(ResponseEntity<byte[]> answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        var etag = answer.getHeaders().getETag();
        var modified = answer.getHeaders().getLastModified();
        var body = answer.getBody();
        if (body != null
                && !(etag != null && new ServletWebRequest(request, response).checkNotModified(etag, modified))) {
            response.getOutputStream().write(body);
        }
    }
}
