package app.lookback.query.exporting;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A bare repository, written by git itself: its fast-import packs a stream of commits as it comes. */
final class GitRepository {

    static final String POSITION = "Lookback-Position: ";

    /** Refs of editions of revisions that the branch has left behind; needed only while they are written. */
    static final String SIDE = "refs/lookback/side";

    private static final Pattern TIP = Pattern.compile("(?s)([0-9a-f]{40,64})\\n.*\\n" + POSITION + "(\\d+)\\s*");

    /** The newest commit and the position in the log that it names. */
    record Tip(String commit, long position) {}

    private final Path path;

    private GitRepository(Path path) {
        this.path = path;
    }

    /** Makes it where there is none; refuses a folder that holds anything else. */
    static GitRepository open(Path path) throws IOException {
        var repository = new GitRepository(path);
        if (Files.notExists(path.resolve("HEAD"))) {
            Files.createDirectories(path);
            try (var entries = Files.list(path)) {
                if (entries.findAny().isPresent()) {
                    throw repository.notOurs();
                }
            }
            repository.git("init", "--quiet", "--bare", "--initial-branch=main", ".");
        }
        return repository;
    }

    private NotExported notOurs() {
        return new NotExported(
                "%s is not empty, and no export made what it holds: name an empty folder, or one that does not exist yet."
                        .formatted(path));
    }

    Optional<Tip> tip() throws IOException {
        if (git("for-each-ref", "refs/heads/main").isBlank()) {
            return Optional.empty();
        }
        var tip = TIP.matcher(git("log", "-1", "--format=%H%n%B", "refs/heads/main"));
        if (!tip.matches()) {
            throw notOurs();
        }
        return Optional.of(new Tip(tip.group(1), Long.parseLong(tip.group(2))));
    }

    interface Writing {
        void to(OutputStream stream) throws IOException;
    }

    /** Nothing is changed where the stream breaks off. */
    void fastImport(Writing writing) throws IOException {
        var said = Files.createTempFile("lookback-export-", ".log");
        var process = start(said, "fast-import", "--quiet", "--done", "--date-format=raw");
        try (var stream = new BufferedOutputStream(process.getOutputStream(), 1 << 16)) {
            writing.to(stream);
            stream.write("done\n".getBytes(StandardCharsets.UTF_8));
        } catch (IOException | RuntimeException broken) {
            process.destroy();
            throw broken;
        }
        finished(process, said);
        git("update-ref", "-d", SIDE);
    }

    private String git(String... words) throws IOException {
        var said = Files.createTempFile("lookback-export-", ".log");
        var process = start(said, words);
        process.getOutputStream().close();
        return finished(process, said);
    }

    private Process start(Path said, String... words) throws IOException {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command)
                .directory(path.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        process.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        process.environment().put("GIT_DIR", path.toString());
        try {
            return process.start();
        } catch (IOException missing) {
            throw new NotExported(
                    "git is needed for this, and was not found: install it (on Debian: apt-get install git).", missing);
        }
    }

    private static String finished(Process process, Path said) throws IOException {
        try {
            int code = process.waitFor();
            var output = Files.readString(said);
            if (code != 0) {
                throw new NotExported("git could not do it: " + output.strip());
            }
            return output;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("The export was interrupted", stopped));
        } finally {
            Files.deleteIfExists(said);
        }
    }
}
