package app.lookback.query.media;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The bytes of images, by their SHA-256, and what is known of them without reading them. */
@Component
public class Bytes {

    /** In bytes, and in pixels where that is known. */
    public record Measure(
            String sha256,
            long size,
            @Nullable Integer width,
            @Nullable Integer height) {}

    private final JdbcClient database;

    Bytes(JdbcClient database) {
        this.database = database;
    }

    public Optional<byte[]> of(String sha256) {
        return database.sql("SELECT bytes FROM media WHERE sha256 = :sha256")
                .param("sha256", sha256)
                .query(byte[].class)
                .optional();
    }

    /** What is known of those of them that are kept, by their SHA-256. */
    public Map<String, Measure> measures(Collection<String> sha256) {
        if (sha256.isEmpty()) {
            return Map.of();
        }
        return database
                .sql("SELECT sha256, size, width, height FROM media WHERE sha256 IN (:sha256)")
                .param("sha256", sha256)
                .query(Measure.class)
                .list()
                .stream()
                .collect(toMap(Measure::sha256, Function.identity()));
    }
}
