package app.lookback.query.theme;

import com.samskivert.mustache.MustacheException;
import java.util.Map;
import java.util.regex.Pattern;

/** What is wrong with a file of the theme, which is left out for it; {@code line} is counted from 1, 0 where it is of no line. */
public record Fault(String file, int line, String problem) {

    private static final Pattern AT_LINE = Pattern.compile(" ?@ ?line (\\d+)");

    static Fault unreadable(String file, MustacheException wrong) {
        var said = String.valueOf(wrong.getMessage());
        var line = AT_LINE.matcher(said);
        return new Fault(
                file,
                line.find() ? Integer.parseInt(line.group(1)) : 0,
                AT_LINE.matcher(said).replaceAll(""));
    }

    /** While it was being filled: the file is the one of {@code texts} that names what is missing in that line. */
    static Fault unfillable(String page, Throwable wrong, Map<String, String> texts) {
        if (!(wrong instanceof MustacheException.Context missing)) {
            return new Fault(page, 0, "It cannot be filled: " + wrong);
        }
        var problem = "“%s” cannot be filled in here: %s".formatted(missing.key, missing.getMessage());
        return texts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey((one, other) -> Boolean.compare(other.equals(page), one.equals(page))))
                .filter(text -> line(text.getValue(), missing.lineNo).contains(missing.key))
                .map(text -> new Fault(text.getKey(), missing.lineNo, problem))
                .findFirst()
                .orElse(new Fault(page, missing.lineNo, problem));
    }

    private static String line(String text, int number) {
        return text.lines().skip(Math.max(0, number - 1L)).findFirst().orElse("");
    }
}
