package app.lookback.command.manuscript;

import app.lookback.command.membership.Membership;
import app.lookback.command.platform.Denied;
import app.lookback.command.platform.ForeignOrigin;
import app.lookback.command.platform.Problem;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/**
 * Lets a post's author in, from a page of this site. Who is not signed in, or comes from another origin, does not get
 * this far; an origin there must be, for a browser sends it with each WebSocket.
 */
@Component
class SubmissionHandshake implements HandshakeInterceptor {

    /** Who writes where, and by which sign-in. */
    record SignedIn(PersonId person, PostId post, String session) {}

    private final Membership membership;

    SubmissionHandshake(Membership membership) {
        this.membership = membership;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes)
            throws IOException {
        var http = ((ServletServerHttpRequest) request).getServletRequest();
        try {
            attributes.put(SubmissionSocket.WRITER, admitted(http));
            return true;
        } catch (RuntimeException refusal) {
            Denied.answer(((ServletServerHttpResponse) response).getServletResponse(), Problem.of(refusal));
            return false;
        }
    }

    private SignedIn admitted(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ORIGIN) == null) {
            throw new ForeignOrigin();
        }
        var variables = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        var person = request.getUserPrincipal();
        var post = membership.requireAuthor(String.valueOf(variables.get("post")), person);
        return new SignedIn(
                new PersonId(person.getName()), post, request.getSession().getId());
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception failure) {}
}
