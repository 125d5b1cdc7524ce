package app.lookback.query.exporting;

import app.lookback.hugo.SafePath;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What an export wrote, in a file that {@code sha256sum --check} understands. */
final class Manifest {

    static final String FILE = "lookback-export.txt";

    private static final String FIRST_LINE =
            "# Written by Lookback. The next export replaces these files where nobody has changed them, and no others.";
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (.+)");

    private final TreeMap<String, Set<String>> files = new TreeMap<>();
    private List<String> shown = List.of();

    /** Reads one that was written before; a line that is none of ours says that the file is not ours. */
    static Manifest read(List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).equals(FIRST_LINE)) {
            throw new NotExported(FILE + " in that folder was not written by an export.");
        }
        var manifest = new Manifest();
        lines.stream()
                .map(LINE::matcher)
                .filter(line -> line.matches() && SafePath.is(line.group(2)))
                .forEach(line -> manifest.add(line.group(2), line.group(1)));
        return manifest;
    }

    void add(String path, String sha256) {
        files.computeIfAbsent(path, none -> new HashSet<>()).add(sha256);
    }

    boolean has(String path, String sha256) {
        return files.getOrDefault(path, Set.of()).contains(sha256);
    }

    Map<String, Set<String>> files() {
        return files;
    }

    /** These posts readers did not find here, and will find where Hugo builds the site. */
    void willBeShown(List<String> paths) {
        shown = paths;
    }

    static String line(String path, String sha256) {
        return sha256 + "  " + path + "\n";
    }

    String text() {
        var text = new StringBuilder(FIRST_LINE).append('\n');
        if (!shown.isEmpty()) {
            text.append(
                    "#\n# Readers do not find these here; Hugo would show them, for they do not say draft = true:\n");
            shown.forEach(path -> text.append("# - ").append(path).append('\n'));
        }
        files.forEach((path, hashes) -> hashes.stream().sorted().forEach(sha256 -> text.append(line(path, sha256))));
        return text.toString();
    }
}
