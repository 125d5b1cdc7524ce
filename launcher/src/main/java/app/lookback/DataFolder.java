package app.lookback;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The folder that holds all that is kept, for one launcher at a time and for the eyes of its owner only. */
final class DataFolder implements Closeable {

    private static final int PASSWORD_BYTES = 32;

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    static DataFolder open(Path path) {
        try {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            return new DataFolder(path, lock(path));
        } catch (IOException notWritable) {
            throw new CannotStart(
                    "The data folder %s cannot be written (%s): make it writable, or choose another with LOOKBACK_DATA=/some/folder ./start"
                            .formatted(path, notWritable.getClass().getSimpleName()),
                    notWritable);
        }
    }

    /** Whether a Lookback is using it now. */
    static boolean isInUse(Path path) throws IOException {
        try (var channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var free = channel.tryLock()) {
            return free == null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return true;
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        var channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            channel.close();
            throw inUse(path);
        }
        channel.close();
        throw inUse(path);
    }

    private static CannotStart inUse(Path path) {
        return new CannotStart(
                "Another Lookback is using the data folder %s: stop it, or give this one its own with LOOKBACK_DATA=/some/folder ./start"
                        .formatted(path));
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /** The embedded PostgreSQL's password: made at random on the first start, readable by the owner only. */
    Path passwordFile() throws IOException {
        var file = path.resolve("postgresql.password");
        if (Files.notExists(file)) {
            var bytes = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(bytes);
            var unfinished = path.resolve("postgresql.password.new");
            Files.deleteIfExists(unfinished);
            Files.createFile(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(unfinished, HexFormat.of().formatHex(bytes) + "\n");
            Files.move(unfinished, file);
        }
        return file;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
