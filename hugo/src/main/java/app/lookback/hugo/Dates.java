package app.lookback.hugo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Dates as people write them at the head of a post, made ISO 8601. */
final class Dates {

    private static final DateTimeFormatter WRITTEN = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("uuuu-M-d")
            .optionalStart()
            .appendPattern("['T'][ ]H:mm[:ss]")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalEnd()
            .appendPattern("[ ][XXX][XX][X]")
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    private Dates() {}

    static @Nullable String read(@Nullable String written) {
        if (written == null || written.length() > 50) {
            return null;
        }
        try {
            return iso(WRITTEN.parseBest(written.strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }

    private static String iso(TemporalAccessor date) {
        if (date instanceof LocalDateTime withoutZone) {
            return iso(withoutZone.atOffset(ZoneOffset.UTC));
        }
        return date instanceof OffsetDateTime time
                ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time)
                : DateTimeFormatter.ISO_LOCAL_DATE.format(date);
    }
}
