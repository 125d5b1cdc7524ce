package app.lookback.query.exporting;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.lookback.contract.PersonId;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Commits and tags as {@code git fast-import} reads them. */
final class GitStream {

    /** A file of a commit; null bytes remove it. */
    record Change(String path, byte @Nullable [] bytes) {}

    private static final String MAIN = "refs/heads/main";

    private final OutputStream output;
    private final Function<PersonId, Optional<String>> names;
    private String newest;
    private int marks;

    /** @param newest the commit to go on from; empty where there is none */
    GitStream(OutputStream output, Function<PersonId, Optional<String>> names, String newest) {
        this.output = output;
        this.names = names;
        this.newest = newest;
    }

    boolean isEmpty() {
        return newest.isEmpty();
    }

    void commit(PersonId author, Instant at, String message, List<Change> changes) {
        newest = commit(MAIN, author, at, message, changes);
    }

    private String commit(String ref, PersonId author, Instant at, String message, List<Change> changes) {
        line("commit " + ref);
        line("mark :" + ++marks);
        line("author " + who(author, at));
        line("committer " + who(author, at));
        data(message.getBytes(UTF_8));
        if (!newest.isEmpty()) {
            line("from " + newest);
        }
        for (var change : changes) {
            if (change.bytes() == null) {
                line("D " + quoted(change.path()));
            } else {
                line("M 100644 inline " + quoted(change.path()));
                data(change.bytes());
            }
        }
        return ":" + marks;
    }

    void tag(String name, PersonId by, Instant at, String message) {
        tag(name, newest, by, at, message);
    }

    /** Of what the branch has left behind already. */
    void tagAside(String name, PersonId by, Instant at, String message, List<Change> changes) {
        tag(name, commit(GitRepository.SIDE, by, at, message, changes), by, at, message);
    }

    private void tag(String name, String commit, PersonId by, Instant at, String message) {
        line("tag " + name);
        line("from " + commit);
        line("tagger " + who(by, at));
        data(message.getBytes(UTF_8));
    }

    String who(PersonId person) {
        var name = names.apply(person)
                .orElse("someone")
                .replaceAll("[<>\\p{Cntrl}]", " ")
                .strip();
        return (name.isEmpty() ? "someone" : name) + " <" + person + "@lookback.invalid>";
    }

    private String who(PersonId person, Instant at) {
        return who(person) + " " + at.getEpochSecond() + " +0000";
    }

    private static String quoted(String safePath) {
        return '"' + safePath + '"';
    }

    private void data(byte[] bytes) {
        line("data " + bytes.length);
        write(bytes);
        line("");
    }

    private void line(String text) {
        write((text + "\n").getBytes(UTF_8));
    }

    private void write(byte[] bytes) {
        try {
            output.write(bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
