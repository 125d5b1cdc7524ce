package app.lookback.command.manuscript;

import app.lookback.command.platform.Body;
import app.lookback.command.platform.RawJson;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import app.lookback.text.ChangeSet;
import java.time.Instant;
import java.util.regex.Pattern;
import tools.jackson.databind.annotation.JsonDeserialize;

/** An edit as an editor sends it. */
record Submission(
        String client,
        long sequence,
        long base,
        @JsonDeserialize(using = RawJson.class) String changes) {

    private static final int MOST_PARTS = 10_000;
    private static final Pattern CLIENT =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    Submission {
        if (!CLIENT.matcher(client).matches() || sequence < 1 || base < 0) {
            throw new Body.Malformed(
                    "\"client\" is a UUID in lower case, \"sequence\" counts from 1, \"base\" from 0.");
        }
    }

    EditSource by(PersonId author, PostId post, Instant at) {
        return new EditSource(post, author, client, sequence, base, ChangeSet.parse(changes, MOST_PARTS), at);
    }
}
