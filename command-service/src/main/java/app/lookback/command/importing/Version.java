package app.lookback.command.importing;

import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a file held since a commit.
 *
 * @param by null where nobody is known to have written it
 */
record Version(Content content, @Nullable Committer by, Instant at) {

    /** Its bytes, read when they are needed. */
    @FunctionalInterface
    interface Content {
        byte[] read() throws IOException;
    }

    /** As git names people. */
    record Committer(String name, String mail) {}
}
