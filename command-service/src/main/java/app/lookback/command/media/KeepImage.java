package app.lookback.command.media;

import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import java.time.Instant;

/**
 * The post shall have an image of these bytes, under a name like this one. Answers its path.
 *
 * @param original the path of the post's image that this one is a smaller copy of; empty if it is none
 */
public record KeepImage(PostId post, String name, byte[] bytes, String original, PersonId by, Instant at) {

    public KeepImage(PostId post, String name, byte[] bytes, PersonId by, Instant at) {
        this(post, name, bytes, "", by, at);
    }
}
