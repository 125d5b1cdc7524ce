package app.lookback.query.platform;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Under which terms others may use what is written here: in words, and where they stand if that is known. */
public record Licence(String name, @Nullable String address) {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\"'<>]{1,500}");
    private static final Pattern CREATIVE_COMMONS =
            Pattern.compile("cc[ -](by(?:-(?:sa|nd|nc|nc-sa|nc-nd))?)[ -](\\d\\.\\d)(?: international)?");
    private static final Pattern CREATIVE_COMMONS_ADDRESS =
            Pattern.compile("https?://creativecommons\\.org/licenses/([a-z-]+)/(\\d\\.\\d)/?.*");
    private static final Pattern ZERO = Pattern.compile("cc0(?:[ -]1\\.0)?|public domain");
    private static final String ZERO_ADDRESS = "https://creativecommons.org/publicdomain/zero/1.0/";
    private static final int LONGEST = 300;

    /** As people write it: an address, the name of one of Creative Commons' licences, or any words. */
    public static @Nullable Licence of(@Nullable String written) {
        var said = written == null ? "" : written.strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            return null;
        }
        if (ADDRESS.matcher(said).matches()) {
            return at(said);
        }
        var plain = said.toLowerCase(Locale.ROOT).replace('_', '-');
        var commons = CREATIVE_COMMONS.matcher(plain);
        if (commons.matches()) {
            return at("https://creativecommons.org/licenses/%s/%s/".formatted(commons.group(1), commons.group(2)));
        }
        return new Licence(said, ZERO.matcher(plain).matches() ? ZERO_ADDRESS : null);
    }

    private static Licence at(String address) {
        var commons = CREATIVE_COMMONS_ADDRESS.matcher(address);
        var name = commons.matches()
                ? "CC %s %s".formatted(commons.group(1).toUpperCase(Locale.ROOT), commons.group(2))
                : address.equals(ZERO_ADDRESS) ? "CC0 1.0" : address.replaceFirst("https?://", "");
        return new Licence(name, address);
    }
}
