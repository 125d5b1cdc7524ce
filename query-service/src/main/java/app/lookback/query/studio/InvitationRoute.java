package app.lookback.query.studio;

import app.lookback.contract.PostId;
import app.lookback.contract.Role;
import app.lookback.hugo.FrontMatter;
import app.lookback.query.draft.Drafts;
import app.lookback.query.platform.Hash;
import app.lookback.query.platform.NotFound;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows who was asked to write what, to anyone who has the link. */
@RestController
class InvitationRoute {

    private final JdbcClient invitations;
    private final Drafts drafts;

    InvitationRoute(JdbcClient invitations, Drafts drafts) {
        this.invitations = invitations;
        this.drafts = drafts;
    }

    record Invitation(PostId post, String title, String by, Role role, Instant expires) {}

    @GetMapping("/api/invitations/{token}")
    Invitation invitation(@PathVariable String token) {
        return invitations
                .sql("""
                        SELECT post, name, role, expires_at FROM invitation JOIN account ON account.id = invitation.by
                        WHERE token_hash = :hash AND used_at IS NULL AND expires_at > now()""")
                .param("hash", Hash.sha256(token.getBytes(StandardCharsets.UTF_8)))
                .query((row, number) -> invitation(
                        new PostId(row.getString("post")),
                        row.getString("name"),
                        Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
                        row.getObject("expires_at", OffsetDateTime.class)))
                .optional()
                .orElseThrow(() -> new NotFound(
                        "This invitation is unknown, was used already, or has expired. Ask for a new one."));
    }

    private Invitation invitation(PostId post, String by, Role role, OffsetDateTime expires) {
        var title = drafts.standing(post).map(standing -> standing.title()).orElse(FrontMatter.UNTITLED);
        return new Invitation(
                post,
                title,
                by,
                role,
                expires.withOffsetSameInstant(ZoneOffset.UTC).toInstant());
    }
}
