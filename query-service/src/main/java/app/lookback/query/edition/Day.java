package app.lookback.query.edition;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** A day as readers of a language write it. */
public final class Day {

    private Day() {}

    /** {@code date} is an ISO 8601 day. */
    public static String inWords(String date, String language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(Locale.forLanguageTag(language))
                .format(LocalDate.parse(date));
    }
}
