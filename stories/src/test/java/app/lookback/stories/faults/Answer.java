package app.lookback.stories.faults;

import java.util.Set;

/** What an editor makes of what it was told about a submission. */
sealed interface Answer {

    /** As in the studio: after these it is of no use to repeat a submission. Nobody here signs out. */
    Set<Integer> DECIDED = Set.of(400, 401, 403, 404, 409, 413, 422);

    record Accepted(long revision) implements Answer {}

    record Refused(String why) implements Answer {}

    record Unknown(String why) implements Answer {}

    static Answer of(int status, String code) {
        var why = status + " " + code;
        return DECIDED.contains(status) ? new Refused(why) : new Unknown(why);
    }
}
