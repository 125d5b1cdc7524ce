package app.lookback.query.reader;

import app.lookback.contract.PostId;
import app.lookback.query.edition.Card;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The newest posts, whole, as machines are told of them. Addresses are absolute.
 *
 * @param author who stands for all of it
 */
record Feed(
        String title,
        String description,
        String author,
        String page,
        String self,
        Instant updated,
        List<Entry> entries) {

    /** @param html with links that work elsewhere */
    record Entry(PostId post, Card card, String link, Instant published, Instant updated, String html) {

        /** It stays the same wherever the post moves and whatever the site is called (RFC 4287, 4.2.6). */
        String id() {
            return "urn:uuid:" + UUID.nameUUIDFromBytes(("post " + post).getBytes(StandardCharsets.UTF_8));
        }
    }
}
