package app.lookback.command.importing;

import app.lookback.contract.PostId;
import java.time.Instant;

/** Other posts refer to this one by this name, as in {@code ref "notes/rain"}, unless the name is another post's. */
record ClaimName(String name, PostId post, Instant at) {

    /** Names are claimed as addresses are, behind a prefix that no address has. */
    String claim() {
        return "ref:" + name;
    }
}
