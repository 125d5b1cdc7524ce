package app.lookback.query.edition;

import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import app.lookback.contract.Update;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A published revision with all that its page needs, frozen: also who it was by then.
 *
 * @param path where its post is found
 * @param update how it differs from the edition before it, where its authors said so
 * @param contents links to its headings, empty where it has few
 */
public record Edition(
        @BsonId String id,
        PostId post,
        String path,
        int edition,
        long revision,
        PersonId by,
        Instant at,
        Card card,
        @Nullable Update update,
        String html,
        String contents,
        List<String> images) {

    static String id(PostId post, int edition) {
        return post + "/" + edition;
    }

    /** The same where its post is now. */
    Edition foundAt(String newPath) {
        return path.equals(newPath)
                ? this
                : new Edition(id, post, newPath, edition, revision, by, at, card, update, html, contents, images);
    }

    String address() {
        return path + "editions/" + edition + "/";
    }

    /** Of the picture with which it is shown elsewhere. */
    String cardAddress() {
        return path + "editions/" + edition + ".png";
    }
}
