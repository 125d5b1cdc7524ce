package app.lookback.query.edition;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a review gives, as {@code rating = 4.5} or {@code score = "7/10"}; {@code best} is 0 where it does not say of how many. */
public record Rating(double value, double best) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,2})?)(?:\\s*/\\s*(\\d{1,3}))?");

    static @Nullable Rating of(Map<String, String> params) {
        var written = params.getOrDefault("rating", params.getOrDefault("score", ""));
        var parts = WRITTEN.matcher(written.strip());
        if (!parts.matches()) {
            return null;
        }
        double value = Double.parseDouble(parts.group(1));
        double best = parts.group(2) == null ? 0 : Double.parseDouble(parts.group(2));
        return best > 0 && value > best ? null : new Rating(value, best);
    }

    /** As people write it. */
    public String text() {
        return best == 0 ? number(value) : number(value) + "/" + number(best);
    }

    private static String number(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
