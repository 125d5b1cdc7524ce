package app.lookback.query.exporting;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The same files as a zip, written while it is read: one file in memory at a time. */
final class Zipped implements Receiver {

    private final ZipOutputStream zip;
    private final String folder;
    private final FileTime time;

    /** All stands in {@code folder}, so that unpacking it litters nothing. */
    Zipped(OutputStream output, String folder, Instant time) {
        this.zip = new ZipOutputStream(output, StandardCharsets.UTF_8);
        this.folder = folder;
        this.time = FileTime.from(time);
    }

    @Override
    public void take(String path, byte[] bytes) throws IOException {
        var entry = new ZipEntry(folder + "/" + path);
        entry.setLastModifiedTime(time);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    @Override
    public void finish(Manifest manifest) throws IOException {
        take(Manifest.FILE, manifest.text().getBytes(StandardCharsets.UTF_8));
        zip.finish();
    }
}
