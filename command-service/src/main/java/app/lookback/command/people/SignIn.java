package app.lookback.command.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Opens a session for a person, under a new session id; in it stand the person's id and roles, nothing else. */
@Component
class SignIn {

    private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    void open(Person person, HttpServletRequest request, HttpServletResponse response) {
        var roles = new ArrayList<GrantedAuthority>();
        roles.add(new SimpleGrantedAuthority("ROLE_AUTHOR"));
        if (person.administrator()) {
            roles.add(new SimpleGrantedAuthority("ROLE_ADMINISTRATOR"));
        }
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(person.id().value(), null, roles));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }

    void close(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }
}
