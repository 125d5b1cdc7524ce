package app.lookback.command.importing;

import app.lookback.command.importing.ImportPost.Text;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import java.time.Instant;
import java.util.List;

/**
 * What the post's file has held since it was imported as revision {@code revision} shall be in the post, beside whatever
 * was written here meanwhile. Answers the revision that it became.
 */
record ImportChange(
        PostId post,
        String file,
        long revision,
        String source,
        long newest,
        PersonId owner,
        List<Text> texts,
        Instant at) {}
