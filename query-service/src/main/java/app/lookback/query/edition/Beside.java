package app.lookback.query.edition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * To what the page of a post leads on.
 *
 * @param watched whether readers may see how it was written
 */
record Beside(@Nullable Place place, List<Published> related, boolean watched) {

    static final Beside NOTHING = new Beside(null, List.of(), false);
}
