package app.lookback.command.importing;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.RenameDetector;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/**
 * Which commits made each file what it is, followed back from HEAD in one walk, across renames. Where branches meet, a
 * file's history goes on where it was the same, as git simplifies it, and else with the first parent.
 */
final class GitHistory {

    /** A commit that changed the file, and what the file held from then on. */
    record Step(ObjectId blob, String name, String mail, Instant at) {}

    private final Repository repository;
    private final RevWalk walk;
    private final Map<String, Deque<Step>> steps = new HashMap<>();

    /** For commits that are still to come: the files of HEAD by the paths that they have there. */
    private final Map<ObjectId, Map<String, String>> followed = new HashMap<>();

    private GitHistory(Repository repository, RevWalk walk) {
        this.repository = repository;
        this.walk = walk;
    }

    /** The steps of these files of HEAD, the oldest first. */
    static Map<String, List<Step>> of(Repository repository, RevCommit head, Set<String> files) throws IOException {
        try (var walk = new RevWalk(repository)) {
            walk.sort(RevSort.TOPO);
            walk.markStart(walk.parseCommit(head));
            var history = new GitHistory(repository, walk);
            var itself = new HashMap<String, String>();
            files.forEach(file -> itself.put(file, file));
            history.followed.put(head, itself);
            for (var commit : walk) {
                history.visit(commit);
            }
            var found = new HashMap<String, List<Step>>();
            history.steps.forEach((file, newestFirst) -> found.put(file, List.copyOf(newestFirst)));
            return found;
        }
    }

    private void visit(RevCommit commit) throws IOException {
        var here = followed.remove(commit.getId());
        if (here == null || here.isEmpty()) {
            return;
        }
        if (commit.getParentCount() == 0) {
            for (var path : here.keySet()) {
                take(commit, here.get(path), blobAt(commit, path));
            }
        } else if (commit.getParentCount() == 1) {
            goOn(commit, commit.getParent(0), here, changes(commit, commit.getParent(0)));
        } else {
            part(commit, here);
        }
    }

    /** A merge: each file goes on with the first parent that has it unchanged; the others with the first one. */
    private void part(RevCommit commit, Map<String, String> here) throws IOException {
        Map<String, String> rest = here;
        Map<String, Change> firstChanges = Map.of();
        for (int at = 0; at < commit.getParentCount(); at++) {
            var parent = commit.getParent(at);
            var changes = changes(commit, parent);
            firstChanges = at == 0 ? changes : firstChanges;
            var unchanged = new HashMap<String, String>();
            var changed = new HashMap<String, String>();
            rest.forEach((path, file) -> (changes.containsKey(path) ? changed : unchanged).put(path, file));
            hand(parent, unchanged);
            rest = changed;
        }
        goOn(commit, commit.getParent(0), rest, firstChanges);
    }

    private void goOn(RevCommit commit, RevCommit parent, Map<String, String> here, Map<String, Change> changes) {
        var before = new HashMap<String, String>();
        var after = here instanceof HashMap<String, String> own ? own : new HashMap<>(here);
        changes.forEach((path, change) -> {
            var file = after.remove(path);
            if (file != null) {
                take(commit, file, change.blob());
                if (change.path() != null) {
                    before.put(change.path(), file);
                }
            }
        });
        before.forEach(after::putIfAbsent);
        hand(parent, after);
    }

    private void hand(RevCommit parent, Map<String, String> files) {
        if (!files.isEmpty()) {
            var known = followed.putIfAbsent(parent.getId(), files);
            if (known != null) {
                files.forEach(known::putIfAbsent);
            }
        }
    }

    private void take(RevCommit commit, String file, ObjectId blob) {
        var author = commit.getAuthorIdent();
        var of = steps.computeIfAbsent(file, none -> new ArrayDeque<>());
        // A rename alone changed nothing of what the file held.
        if (!of.isEmpty() && of.peekFirst().blob().equals(blob)) {
            of.removeFirst();
        }
        of.addFirst(new Step(blob, author.getName(), author.getEmailAddress(), author.getWhenAsInstant()));
    }

    private ObjectId blobAt(RevCommit commit, String path) throws IOException {
        try (var tree = TreeWalk.forPath(repository, path, commit.getTree())) {
            return tree == null ? ObjectId.zeroId() : tree.getObjectId(0);
        }
    }

    /** What a commit made of a file; {@code path} is where the file was before, null where it was not there. */
    private record Change(ObjectId blob, @Nullable String path) {}

    private Map<String, Change> changes(RevCommit commit, RevCommit parent) throws IOException {
        walk.parseHeaders(parent);
        var changes = new HashMap<String, Change>();
        for (var entry : renamed(entries(commit, parent))) {
            switch (entry.getChangeType()) {
                case ADD, COPY ->
                    changes.put(entry.getNewPath(), new Change(entry.getNewId().toObjectId(), null));
                case MODIFY, RENAME ->
                    changes.put(entry.getNewPath(), new Change(entry.getNewId().toObjectId(), entry.getOldPath()));
                case DELETE -> {}
            }
        }
        return changes;
    }

    private List<DiffEntry> entries(RevCommit commit, RevCommit parent) throws IOException {
        try (var tree = new TreeWalk(repository)) {
            tree.addTree(parent.getTree());
            tree.addTree(commit.getTree());
            tree.setRecursive(true);
            tree.setFilter(TreeFilter.ANY_DIFF);
            return DiffEntry.scan(tree);
        }
    }

    private List<DiffEntry> renamed(List<DiffEntry> entries) throws IOException {
        boolean added = entries.stream().anyMatch(entry -> entry.getChangeType() == DiffEntry.ChangeType.ADD);
        boolean deleted = entries.stream().anyMatch(entry -> entry.getChangeType() == DiffEntry.ChangeType.DELETE);
        if (!added || !deleted) {
            return entries;
        }
        var detector = new RenameDetector(repository);
        detector.addAll(new ArrayList<>(entries));
        return detector.compute();
    }
}
