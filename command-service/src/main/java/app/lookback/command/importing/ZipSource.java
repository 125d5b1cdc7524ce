package app.lookback.command.importing;

import app.lookback.hugo.SafePath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A site in a zip file, unpacked into a folder of its own for the while. */
final class ZipSource implements SiteSource {

    private static final int MOST_FILES = 200_000;
    private static final long MOST_BYTES = 2_000_000_000L;

    private final Path unpacked;
    private final FolderSource folder;

    private ZipSource(Path unpacked, FolderSource folder) {
        this.unpacked = unpacked;
        this.folder = folder;
    }

    static ZipSource open(Path file) throws IOException {
        var unpacked = Files.createTempDirectory("lookback-import");
        try (var zip = new ZipFile(file.toFile())) {
            unpack(zip, unpacked);
            return new ZipSource(unpacked, FolderSource.open(root(unpacked)));
        } catch (ZipException broken) {
            delete(unpacked);
            throw new NotImported("This is no zip file, or it is damaged.", broken);
        } catch (IOException | RuntimeException failure) {
            delete(unpacked);
            throw failure;
        }
    }

    private static void unpack(ZipFile zip, Path into) throws IOException {
        if (zip.size() > MOST_FILES) {
            throw new NotImported("The zip file holds more than %,d files.".formatted(MOST_FILES));
        }
        long room = MOST_BYTES;
        var entries = zip.entries();
        while (entries.hasMoreElements()) {
            var entry = entries.nextElement();
            var path = entry.getName().replace('\\', '/');
            if (!entry.isDirectory() && SafePath.is(path)) {
                var target = into.resolve(path);
                Files.createDirectories(target.getParent());
                try (var bytes = zip.getInputStream(entry)) {
                    room -= copy(bytes, target, room);
                }
            }
        }
    }

    /** Counts what comes out, whatever the zip file says of itself. */
    private static long copy(InputStream from, Path to, long room) throws IOException {
        long copied = 0;
        var buffer = new byte[65_536];
        try (var output = Files.newOutputStream(to)) {
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                copied += read;
                if (copied > room) {
                    throw new NotImported("The zip file holds more than %,d bytes.".formatted(MOST_BYTES));
                }
                output.write(buffer, 0, read);
            }
        }
        return copied;
    }

    /** Zip files of a folder hold that folder. */
    private static Path root(Path unpacked) throws IOException {
        try (var inside = Files.list(unpacked)) {
            var all = inside.toList();
            boolean isWrapped = all.size() == 1
                    && Files.isDirectory(all.get(0))
                    && !all.get(0).endsWith("content");
            return isWrapped ? all.get(0) : unpacked;
        }
    }

    private static void delete(Path folder) {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException left) {
            // It stands among the system's temporary files, which are cleared without us.
        }
    }

    @Override
    public List<String> files() {
        return folder.files();
    }

    @Override
    public long size(String path) throws IOException {
        return folder.size(path);
    }

    @Override
    public byte[] bytes(String path) throws IOException {
        return folder.bytes(path);
    }

    @Override
    public List<Version> versions(String path) {
        return folder.versions(path);
    }

    @Override
    public List<String> notes() {
        return folder.notes();
    }

    @Override
    public void close() {
        delete(unpacked);
    }
}
