package app.lookback.command.importing;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** A site in a folder. Links are not followed, and what Hugo makes of the site is not part of it. */
final class FolderSource implements SiteSource {

    private static final int MOST_FILES = 200_000;
    private static final Set<String> MADE = Set.of("public", "resources/_gen", "node_modules", ".git");
    private static final Set<String> NOT_OF_THE_SITE =
            Set.of(".hugo_build.lock", ".DS_Store", "Thumbs.db", "lookback-export.txt");

    private final Path folder;
    private final List<String> files = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private FolderSource(Path folder) {
        this.folder = folder;
    }

    static FolderSource open(Path folder) throws IOException {
        var source = new FolderSource(folder);
        Files.walkFileTree(folder, source.walk());
        Collections.sort(source.files);
        return source;
    }

    /** Whether a file of this path, or a folder, has no place in an import. */
    static boolean isLeftAlone(String path) {
        return MADE.contains(path)
                || path.endsWith("/.git")
                || path.endsWith("/node_modules")
                || NOT_OF_THE_SITE.contains(path.substring(path.lastIndexOf('/') + 1));
    }

    private FileVisitor<Path> walk() {
        return new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path entered, BasicFileAttributes attributes) {
                return isLeftAlone(path(entered)) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                var path = path(file);
                if (attributes.isSymbolicLink()) {
                    notes.add(path + ": a link, which is not followed");
                } else if (attributes.isRegularFile() && !isLeftAlone(path)) {
                    files.add(path);
                }
                if (files.size() > MOST_FILES) {
                    throw new NotImported("%s holds more than %,d files: name the folder of a Hugo site."
                            .formatted(folder, MOST_FILES));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                notes.add(path(file) + ": cannot be read (" + failure.getClass().getSimpleName() + ")");
                return FileVisitResult.CONTINUE;
            }
        };
    }

    private String path(Path file) {
        return folder.relativize(file).toString().replace(folder.getFileSystem().getSeparator(), "/");
    }

    @Override
    public List<String> files() {
        return files;
    }

    @Override
    public long size(String path) throws IOException {
        return Files.size(folder.resolve(path));
    }

    @Override
    public byte[] bytes(String path) throws IOException {
        return Files.readAllBytes(folder.resolve(path));
    }

    @Override
    public List<Version> versions(String path) {
        return List.of(new Version(() -> bytes(path), null, Instant.MAX));
    }

    @Override
    public List<String> notes() {
        return notes;
    }
}
