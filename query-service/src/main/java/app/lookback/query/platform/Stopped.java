package app.lookback.query.platform;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * That a view goes no further for one aggregate (a post or its manuscript), because it could not handle an event of it.
 *
 * @param number which event of the aggregate, counted from 0
 */
public record Stopped(
        @BsonId String id, String view, String aggregate, long number, String event, String cause, Instant since) {

    private static final int LONGEST_CAUSE = 1000;

    static Stopped at(String view, String aggregate, long number, String event, String cause, Instant since) {
        return new Stopped(id(view, aggregate), view, aggregate, number, event, shortened(cause), since);
    }

    static String id(String view, String aggregate) {
        return view + " " + aggregate;
    }

    private static String shortened(String cause) {
        return cause.length() <= LONGEST_CAUSE ? cause : cause.substring(0, LONGEST_CAUSE);
    }
}
