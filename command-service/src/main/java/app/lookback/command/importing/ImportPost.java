package app.lookback.command.importing;

import app.lookback.command.address.PostPath;
import app.lookback.contract.FileForm;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import java.time.Instant;
import java.util.List;

/**
 * A post shall begin with what its file has held since its first commit. Answers its path.
 *
 * @param path where it shall be found, or as near to it as is free
 * @param address where another program found it
 * @param file its path in the site's folder
 */
record ImportPost(
        PostId post,
        PostPath path,
        String address,
        String file,
        FileForm form,
        PersonId owner,
        List<Text> texts,
        Instant at) {

    /** What the file held from then on. */
    record Text(PersonId author, String source, Instant at) {}
}
