package app.lookback.query.studio;

import app.lookback.contract.PostId;
import app.lookback.contract.Role;
import app.lookback.query.library.Library;
import app.lookback.query.library.Member;
import app.lookback.query.library.Members;
import app.lookback.query.library.Membership;
import app.lookback.query.platform.NotFound;
import java.security.Principal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Who may do what with a post, whom an open invitation waits for, and whether readers find it. */
@RestController
class SettingsRoute {

    private static final int MOST_INVITATIONS = 100;

    private final Membership membership;
    private final Library library;
    private final Members members;
    private final JdbcClient invitations;

    SettingsRoute(Membership membership, Library library, Members members, JdbcClient invitations) {
        this.membership = membership;
        this.library = library;
        this.members = members;
        this.invitations = invitations;
    }

    record Invitation(String id, String by, Role role, Instant expires) {}

    record Settings(String path, boolean withdrawn, List<Member> people, List<Invitation> invitations) {}

    @GetMapping("/api/posts/{name}/settings")
    Settings settings(@PathVariable String name, Principal who) {
        var post = membership.enter(name, who);
        var shelved = library.find(post)
                .orElseThrow(() -> new NotFound("There is no such post, or you have not been let into it."));
        return new Settings(shelved.path(), shelved.withdrawn(), members.of(shelved), invitations(post));
    }

    private List<Invitation> invitations(PostId post) {
        return invitations
                .sql("""
                        SELECT token_hash, name, role, expires_at FROM invitation JOIN account ON account.id = invitation.by
                        WHERE post = :post AND used_at IS NULL AND expires_at > now()
                        ORDER BY expires_at DESC LIMIT :most""")
                .param("post", post.value())
                .param("most", MOST_INVITATIONS)
                .query((row, number) -> new Invitation(
                        row.getString("token_hash"),
                        row.getString("name"),
                        Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
