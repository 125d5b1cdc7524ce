package app.lookback.command.media;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The bytes of images and of the site's files, once each, by their SHA-256. */
@Component
public class MediaStore {

    private final JdbcClient database;

    MediaStore(JdbcClient database) {
        this.database = database;
    }

    /** Bytes of any kind; those of an image with its size. */
    public void keep(String sha256, String mediaType, byte[] bytes, Instant at) {
        var form = mediaType.startsWith("image/") ? ImageForm.ifKnown(bytes) : Optional.<ImageForm>empty();
        keep(
                sha256,
                mediaType,
                bytes,
                form.map(ImageForm::width).orElse(0L),
                form.map(ImageForm::height).orElse(0L),
                at);
    }

    /** The sizes in pixels are 0 where they are unknown. */
    void keep(String sha256, String mediaType, byte[] bytes, long width, long height, Instant at) {
        database.sql("""
                        INSERT INTO media (sha256, media_type, size, bytes, created_at, width, height)
                        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING
                        """)
                .params(
                        sha256,
                        mediaType,
                        bytes.length,
                        bytes,
                        at.atOffset(ZoneOffset.UTC),
                        pixels(width),
                        pixels(height))
                .update();
    }

    private static @Nullable Long pixels(long number) {
        return number == 0 ? null : Long.valueOf(number);
    }
}
