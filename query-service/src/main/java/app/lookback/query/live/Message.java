package app.lookback.query.live;

import org.jspecify.annotations.Nullable;

/** All that a browser may say. */
sealed interface Message {

    /** The largest message, in UTF-16 units. */
    int LARGEST = 2048;

    /** Where the editor {@code client} has its selection in the text at {@code revision}; nowhere without a place. */
    record Here(
            String client,
            long revision,
            @Nullable Integer anchor,
            @Nullable Integer head) implements Message {}

    record Ping() implements Message {}

    /** Why a message was refused, in words for a person. */
    final class Refused extends RuntimeException {
        Refused(String sentence) {
            super(sentence, null, false, false);
        }
    }
}
