package app.lookback.query.live;

import app.lookback.contract.PersonId;
import app.lookback.query.library.Membership;
import app.lookback.query.people.People;
import app.lookback.query.platform.BeingRebuilt;
import app.lookback.query.platform.Deleted;
import app.lookback.query.platform.NotFound;
import app.lookback.query.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.server.HandshakeInterceptor;

/** Lets a signed-in member of the post in, from a page of this site, and refuses all others with a problem. */
@Component
class Handshake implements HandshakeInterceptor {

    private final Membership membership;
    private final People people;

    Handshake(Membership membership, People people) {
        this.membership = membership;
        this.people = people;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes)
            throws IOException {
        var http = ((ServletServerHttpRequest) request).getServletRequest();
        var problem = admit(http, attributes);
        if (problem != null) {
            problem.answer(((ServletServerHttpResponse) response).getServletResponse());
        }
        return problem == null;
    }

    private @Nullable Problem admit(HttpServletRequest request, Map<String, Object> attributes) {
        var who = request.getUserPrincipal();
        var session = request.getSession(false);
        if (who == null || session == null) {
            return Problem.of(HttpStatus.UNAUTHORIZED, "signed-out", "Sign in first.");
        }
        if (!SiteOrigin.isOwn(request)) {
            return Problem.of(HttpStatus.FORBIDDEN, "foreign-origin", "Only pages of this site may listen here.");
        }
        if (!speaksOurs(request)) {
            return Problem.of(HttpStatus.BAD_REQUEST, "protocol", "Offer the subprotocol " + LiveSocket.PROTOCOL + ".");
        }
        try {
            attributes.put(LiveSocket.GUEST, guest(request, who, session.getId()));
            return null;
        } catch (BeingRebuilt building) {
            return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "being-rebuilt", String.valueOf(building.getMessage()));
        } catch (Deleted gone) {
            return Problem.of(HttpStatus.GONE, "deleted", String.valueOf(gone.getMessage()));
        } catch (NotFound missing) {
            return Problem.of(HttpStatus.NOT_FOUND, "unknown", String.valueOf(missing.getMessage()));
        }
    }

    private static boolean speaksOurs(HttpServletRequest request) {
        var offered = request.getHeader(WebSocketHttpHeaders.SEC_WEBSOCKET_PROTOCOL);
        if (offered == null) {
            return false;
        }
        for (var protocol : offered.split(",")) {
            if (protocol.strip().equals(LiveSocket.PROTOCOL)) {
                return true;
            }
        }
        return false;
    }

    private Guest guest(HttpServletRequest request, Principal who, String session) {
        var person = new PersonId(who.getName());
        var post = membership.enter(postIn(request), who);
        return new Guest(post, person, people.nameOf(person).orElse("someone"), session);
    }

    private static String postIn(HttpServletRequest request) {
        var variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables instanceof Map<?, ?> found ? String.valueOf(found.get("post")) : "";
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception failure) {}
}
