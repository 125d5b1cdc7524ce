package app.lookback.query.theme;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The files of a theme as they stand on the disk now. Links are followed within the folder, never out of it. */
final class Folder {

    private static final int MOST_FILES = 500;
    private static final int DEPTH = 8;
    private static final long LARGEST = 2L << 20;
    private static final long LARGEST_OF_ALL = 32L << 20;

    /** By which a file that was changed is told from what it was. */
    record State(long size, long modified, Object key) {}

    private final Path folder;

    Folder(Path folder) {
        this.folder = folder;
    }

    /** How its files are now, by their paths with slashes; none where there is no such folder. */
    Map<String, State> states() {
        var states = new TreeMap<String, State>();
        if (!Files.isDirectory(folder)) {
            return states;
        }
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEPTH, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes known) {
                    return isHidden(each) || !isWithin(each) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes known) {
                    if (known.isRegularFile() && !isHidden(file)) {
                        states.put(name(file), state(known));
                    }
                    return states.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            return states;
        }
        return states;
    }

    private static State state(BasicFileAttributes known) {
        return new State(known.size(), known.lastModifiedTime().toMillis(), String.valueOf(known.fileKey()));
    }

    private boolean isHidden(Path file) {
        return !file.equals(folder) && file.getFileName().toString().startsWith(".");
    }

    private boolean isWithin(Path file) {
        try {
            return file.toRealPath().startsWith(folder.toRealPath());
        } catch (IOException gone) {
            return false;
        }
    }

    private String name(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** The bytes of these files, but for those that are told to be at fault. */
    Map<String, byte[]> read(Iterable<String> names, Consumer<Fault> faults) {
        var read = new TreeMap<String, byte[]>();
        long all = 0;
        for (var name : names) {
            try {
                var bytes = read(name);
                all += bytes.length;
                if (bytes.length > LARGEST || all > LARGEST_OF_ALL) {
                    throw new IOException("A file may have 2 MB, and all together 32 MB.");
                }
                read.put(name, bytes);
            } catch (IOException unreadable) {
                faults.accept(new Fault(name, 0, "It was not read: " + unreadable.getMessage()));
            }
        }
        return read;
    }

    private byte[] read(String name) throws IOException {
        var file = folder.resolve(name);
        if (!isWithin(file)) {
            throw new IOException("It is a link out of the theme's folder.");
        }
        try (var stream = Files.newInputStream(file)) {
            return stream.readNBytes((int) LARGEST + 1);
        }
    }
}
