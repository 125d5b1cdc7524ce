package app.lookback.command.importing;

import app.lookback.command.importing.ImportPost.Text;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import java.time.Instant;
import java.util.List;

/**
 * What the post's file has held since it held {@code before} shall be in the post too. Answers the revision that it became.
 *
 * @param newest the newest revision that was seen, and {@code source} its text
 */
record ImportChange(
        PostId post,
        String file,
        String before,
        long newest,
        String source,
        PersonId owner,
        List<Text> texts,
        byte[] bytes,
        Instant at) {

    /** Whether others wrote since the file was imported. */
    boolean isBesideOthers() {
        return !source.equals(before);
    }
}
