package app.lookback.hugo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When a page is dated, and from when until when Hugo shows it; each is null where nothing says so. */
record HugoDates(
        @Nullable Instant date,
        @Nullable Instant publish,
        @Nullable Instant expiry) {

    private static final int ISO_DAY = "2026-05-04".length();

    static HugoDates of(Map<String, String> params, ZoneId zone) {
        var written = first(params, zone, "date");
        var publish = first(params, zone, "publishdate", "pubdate", "published");
        var modified = first(params, zone, "lastmod", "modified");
        var date = written != null ? written : publish != null ? publish : modified;
        return new HugoDates(
                date, publish != null ? publish : written, first(params, zone, "expirydate", "unpublishdate"));
    }

    private static @Nullable Instant first(Map<String, String> params, ZoneId zone, String... keys) {
        for (var key : keys) {
            var read = read(params.get(key), zone);
            if (read != null) {
                return read;
            }
        }
        return null;
    }

    /** One without a zone is meant in the site's. */
    private static @Nullable Instant read(@Nullable String written, ZoneId zone) {
        var iso = Dates.read(written);
        if (iso == null) {
            return null;
        }
        if (iso.length() == ISO_DAY) {
            return LocalDate.parse(iso).atStartOfDay(zone).toInstant();
        }
        var time = OffsetDateTime.parse(iso);
        boolean saysZone = written.strip().matches(".*(?:[zZ]|[+-]\\d{2}:?\\d{2})$");
        return saysZone ? time.toInstant() : time.toLocalDateTime().atZone(zone).toInstant();
    }
}
