package app.lookback.query.exporting;

import app.lookback.hugo.SafePath;
import app.lookback.query.platform.Hash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A folder that holds an export and perhaps a person's own files. Only what an export wrote and nobody changed since is
 * replaced. What is about to be written is named first, so that an export that was cut short can be made again.
 */
final class Folder implements Receiver {

    private final Path root;
    private final Manifest before;

    private Folder(Path root, Manifest before) {
        this.root = root;
        this.before = before;
    }

    static Folder open(Path root) throws IOException {
        Files.createDirectories(root);
        var file = root.resolve(Manifest.FILE);
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return new Folder(root, Manifest.read(Files.readAllLines(file))).unchanged();
        }
        try (var entries = Files.list(root)) {
            if (entries.findAny().isPresent()) {
                throw new NotExported(
                        "%s is not empty, and no export made it: name an empty folder, or one that does not exist yet."
                                .formatted(root));
            }
        }
        var empty = new Manifest();
        Files.writeString(file, empty.text());
        return new Folder(root, empty);
    }

    /** Refuses before anything is written where a person has changed what would be replaced or removed. */
    private Folder unchanged() throws IOException {
        for (var path : before.files().keySet()) {
            var file = inside(path);
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !isOurs(path, file)) {
                throw new NotExported(
                        "%s was changed since the last export: move it away, or export into another folder."
                                .formatted(file));
            }
        }
        return this;
    }

    private boolean isOurs(String path, Path file) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && before.has(path, Hash.sha256(Files.readAllBytes(file)));
    }

    /** Through no link, so that nothing is written elsewhere. */
    private Path inside(String path) {
        if (!SafePath.is(path)) {
            throw new IllegalArgumentException("Not within the folder: " + path);
        }
        var at = root;
        for (var name : path.split("/")) {
            if (Files.isSymbolicLink(at) && !at.equals(root)) {
                throw new NotExported("%s is a link: remove it, or export into another folder.".formatted(at));
            }
            at = at.resolve(name);
        }
        return at;
    }

    @Override
    public void take(String path, byte[] bytes) throws IOException {
        var file = inside(path);
        var sha256 = Hash.sha256(bytes);
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            if (!isOurs(path, file)) {
                throw new NotExported("%s is in the way and no export wrote it: move it, or export into another folder."
                        .formatted(file));
            }
            if (Hash.sha256(Files.readAllBytes(file)).equals(sha256)) {
                return;
            }
        }
        Files.writeString(root.resolve(Manifest.FILE), Manifest.line(path, sha256), StandardOpenOption.APPEND);
        Files.createDirectories(file.getParent());
        replace(file, bytes);
    }

    private void replace(Path file, byte[] bytes) throws IOException {
        var unfinished = root.resolve(".lookback-unfinished");
        Files.deleteIfExists(unfinished);
        Files.write(unfinished, bytes, StandardOpenOption.CREATE_NEW);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What the last export wrote and this one did not is removed. */
    @Override
    public void finish(Manifest now) throws IOException {
        for (var path : before.files().keySet()) {
            if (!now.files().containsKey(path)) {
                var file = inside(path);
                Files.deleteIfExists(file);
                removeIfEmpty(file.getParent());
            }
        }
        replace(root.resolve(Manifest.FILE), now.text().getBytes(StandardCharsets.UTF_8));
    }

    private void removeIfEmpty(Path folder) throws IOException {
        try {
            for (var at = folder; !at.equals(root) && Files.deleteIfExists(at); ) {
                at = at.getParent();
            }
        } catch (DirectoryNotEmptyException others) {
            return;
        }
    }
}
