package app.lookback.hugo;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Whether a path stays within the folder of the site, on any system, and is no file that a program trusts. */
public final class SafePath {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST = 1_000;
    private static final Pattern NEVER = Pattern.compile("[\\p{Cntrl}\\\\:*?\"<>|]");

    private SafePath() {}

    public static boolean is(String path) {
        if (path.length() > LONGEST || NEVER.matcher(path).find()) {
            return false;
        }
        for (var name : path.split("/", -1)) {
            if (!isName(name)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isName(String name) {
        return !name.isBlank()
                && !name.matches("\\.+")
                && !name.equalsIgnoreCase(".git")
                && name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME;
    }
}
