package app.lookback.command.importing;

import app.lookback.command.importing.Version.Committer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.IndexDiff;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;

/** A site in a git repository, bare or not: as HEAD has it, with the history of each file. */
final class GitSource implements SiteSource {

    private static final int MOST_FILES = 200_000;

    private final Repository repository;
    private final Map<String, ObjectId> files = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();
    private Map<String, List<GitHistory.Step>> history = Map.of();

    private GitSource(Repository repository) {
        this.repository = repository;
    }

    /** Whether a repository stands here. */
    static boolean is(Path folder) {
        return new FileRepositoryBuilder()
                        .addCeilingDirectory(folder.toFile())
                        .findGitDir(folder.toFile())
                        .getGitDir()
                != null;
    }

    static GitSource open(Path folder) throws IOException {
        var repository = new FileRepositoryBuilder()
                .findGitDir(folder.toFile())
                .setMustExist(true)
                .build();
        var source = new GitSource(repository);
        try {
            source.readHead();
            return source;
        } catch (IOException | RuntimeException unreadable) {
            repository.close();
            throw unreadable;
        }
    }

    private void readHead() throws IOException {
        var head = repository.resolve(Constants.HEAD);
        if (head == null) {
            throw new NotImported(
                    "The repository has no commit yet: commit the site, or import it as a folder without .git.");
        }
        try (var walk = new RevWalk(repository)) {
            var commit = walk.parseCommit(head);
            list(commit);
            history = GitHistory.of(repository, commit, contentOf(files.keySet()));
        }
        noteWhatIsNotCommitted();
    }

    private void list(RevCommit commit) throws IOException {
        try (var tree = new TreeWalk(repository)) {
            tree.addTree(commit.getTree());
            tree.setRecursive(true);
            while (tree.next()) {
                var path = tree.getPathString();
                var mode = tree.getFileMode(0);
                if (mode == FileMode.GITLINK) {
                    notes.add(
                            path
                                    + ": a submodule; its files are not in this repository, so add it again to what is exported");
                } else if (mode == FileMode.SYMLINK) {
                    notes.add(path + ": a link, which is not followed");
                } else if (!isMade(path)) {
                    files.put(path, tree.getObjectId(0));
                }
                if (files.size() > MOST_FILES) {
                    throw new NotImported("The repository holds more than %,d files.".formatted(MOST_FILES));
                }
            }
        }
    }

    private static boolean isMade(String path) {
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
            if (FolderSource.isLeftAlone(path.substring(0, end))) {
                return true;
            }
        }
        return FolderSource.isLeftAlone(path);
    }

    /** The history of other files is of no use: they have no timeline. */
    private static Set<String> contentOf(Set<String> paths) {
        var content = new HashSet<>(paths);
        content.removeIf(path -> !path.matches("(?i).*\\.(md|markdown|mdown)"));
        return content;
    }

    private void noteWhatIsNotCommitted() throws IOException {
        if (!repository.isBare()) {
            var status = new IndexDiff(repository, Constants.HEAD, new FileTreeIterator(repository));
            status.diff();
            var changed = new ArrayList<>(status.getModified());
            changed.addAll(status.getUntracked());
            changed.addAll(status.getAdded());
            changed.addAll(status.getChanged());
            changed.removeIf(GitSource::isMade);
            changed.stream()
                    .distinct()
                    .sorted()
                    .forEach(path ->
                            notes.add(path + ": not committed, so it is imported as HEAD has it, or not at all"));
        }
    }

    @Override
    public List<String> files() {
        return List.copyOf(files.keySet());
    }

    @Override
    public long size(String path) throws IOException {
        return repository.open(files.get(path)).getSize();
    }

    @Override
    public byte[] bytes(String path) throws IOException {
        return read(files.get(path));
    }

    private byte[] read(ObjectId blob) throws IOException {
        return repository.open(blob, Constants.OBJ_BLOB).getBytes(Integer.MAX_VALUE);
    }

    @Override
    public List<Version> versions(String path) {
        return history.getOrDefault(path, List.of()).stream()
                .map(step -> new Version(() -> read(step.blob()), new Committer(step.name(), step.mail()), step.at()))
                .toList();
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public void close() {
        repository.close();
    }
}
