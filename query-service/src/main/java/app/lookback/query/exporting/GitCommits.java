package app.lookback.query.exporting;

import app.lookback.contract.PersonId;
import app.lookback.contract.PostEvent.EditionPublished;
import app.lookback.contract.PostId;
import app.lookback.hugo.FrontMatter;
import app.lookback.hugo.SafePath;
import app.lookback.query.draft.Picture;
import app.lookback.query.exporting.GitStream.Change;
import app.lookback.text.RefusedEdit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.axonframework.serialization.SerializationException;

/** Makes commits of how posts stand, but for those that the repository has already. */
final class GitCommits {

    private static final int LONGEST_TITLE = 100;

    private final LoggedEvents log;
    private final LoggedSources texts;
    private final GitStream stream;

    /** What stands in the repository of each post: paths, and what names their content. */
    private final Map<PostId, Map<String, String>> committed = new HashMap<>();

    private final Map<String, String> siteFiles = new HashMap<>();
    private final Map<PostId, Long> revisions = new HashMap<>();
    private final Set<PostId> leftOut = new LinkedHashSet<>();
    private final Set<String> tags = new HashSet<>();
    private long known;
    private int made;

    /** @param known the position that the repository's newest commit names; 0 where it is empty */
    GitCommits(LoggedEvents log, GitStream stream, long known) {
        this.log = log;
        this.texts = new LoggedSources(log);
        this.stream = stream;
        this.known = known;
    }

    int made() {
        return made;
    }

    /** Whether the repository's newest commit is still to come: then it is none of this log. */
    boolean isSearching() {
        return known > 0;
    }

    /** From now on this one stays as it stands in the repository; it stops none of the others. */
    void leaveOut(PostId post) {
        leftOut.add(post);
    }

    Set<PostId> leftOut() {
        return leftOut;
    }

    void commit(Standing standing, long revision, PersonId author, Instant at, long position) {
        readably(standing, () -> write(standing, revision, author, at, position));
    }

    /** The site's files have these bytes from now on; those without any are gone. */
    void commit(Map<String, String> hashes, PersonId by, Instant at, long position) {
        var changes = new ArrayList<Change>();
        hashes.forEach((path, sha256) -> {
            if (SafePath.is(path) && !sha256.equals(siteFiles.getOrDefault(path, ""))) {
                changes.add(new Change(
                        path, sha256.isEmpty() ? null : log.media(sha256).orElse(new byte[0])));
            }
        });
        siteFiles.putAll(hashes);
        if (isSearching()) {
            known = known == position ? 0 : known;
        } else if (!changes.isEmpty()) {
            changes.addAll(0, stream.isEmpty() ? skeleton() : List.of());
            stream.commit(by, at, "The site's files\n\n" + GitRepository.POSITION + position + "\n", changes);
            made++;
        }
    }

    private void readably(Standing standing, Runnable writing) {
        try {
            if (!leftOut.contains(standing.post)) {
                writing.run();
            }
        } catch (SerializationException | RefusedEdit broken) {
            leaveOut(standing.post);
        }
    }

    private void write(Standing standing, long revision, PersonId author, Instant at, long position) {
        long before = revisions.getOrDefault(standing.post, 0L);
        long after = Math.max(before, revision);
        var was = committed.getOrDefault(standing.post, Map.of());
        var is = files(standing, after);
        revisions.put(standing.post, after);
        committed.put(standing.post, is);
        if (isSearching()) {
            known = known == position ? 0 : known;
        } else if (!is.equals(was)) {
            var changes = new ArrayList<Change>(stream.isEmpty() ? skeleton() : List.of());
            changes.addAll(changes(standing, after, was, is));
            var message = message(standing, before, after, author) + GitRepository.POSITION + position + "\n";
            stream.commit(author, at, message, changes);
            made++;
        }
    }

    private List<Change> skeleton() {
        return Skeleton.lackedBy(siteFiles.keySet()).stream()
                .map(path -> new Change(path, Skeleton.file(path)))
                .toList();
    }

    private Map<String, String> files(Standing standing, long revision) {
        var files = new TreeMap<String, String>();
        if (standing.isDeleted() || revision == 0) {
            return files;
        }
        add(files, standing.file(), "revision " + revision);
        standing.images().forEach((path, image) -> {
            if (!image.removed() || isNamed(standing, revision, path)) {
                add(files, "static" + path, image.sha256());
            }
        });
        return files;
    }

    private static void add(Map<String, String> files, String path, String content) {
        if (SafePath.is(path)) {
            files.put(path, content);
        }
    }

    private boolean isNamed(Standing standing, long revision, String image) {
        return Picture.in(texts.at(standing.post, revision)).stream()
                .anyMatch(picture -> picture.path().equals(image)
                        || standing.images().containsKey(picture.path())
                                && image.equals(
                                        standing.images().get(picture.path()).original()));
    }

    private List<Change> changes(Standing standing, long revision, Map<String, String> was, Map<String, String> is) {
        var changes = new ArrayList<Change>();
        was.keySet().stream()
                .filter(path -> !is.containsKey(path))
                .forEach(path -> changes.add(new Change(path, null)));
        is.forEach((path, content) -> {
            if (!content.equals(was.get(path))) {
                changes.add(new Change(path, bytes(standing, revision, path, content)));
            }
        });
        return changes;
    }

    private byte[] bytes(Standing standing, long revision, String path, String content) {
        return path.equals(standing.file())
                ? standing.form().file(texts.at(standing.post, revision))
                : log.media(content).orElse(new byte[0]);
    }

    private String message(Standing standing, long before, long after, PersonId author) {
        var what = after > before + 1
                ? "revisions %d to %d".formatted(before + 1, after)
                : after > before ? "revision " + after : standing.isDeleted() ? "deleted" : "its files";
        var message = new StringBuilder(title(standing, after) + ": " + what + "\n\n");
        var others = new LinkedHashSet<PersonId>();
        log.edits(standing.post, before, after, edit -> others.add(edit.author()));
        others.remove(author);
        others.forEach(other ->
                message.append("Co-authored-by: ").append(stream.who(other)).append('\n'));
        return message.append("Lookback-Post: ")
                .append(standing.post)
                .append('\n')
                .toString();
    }

    private String title(Standing standing, long revision) {
        var title =
                FrontMatter.read(texts.at(standing.post, revision)).heading().replaceAll("[\\s\\p{Cntrl}]+", " ");
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE) + "…";
    }

    void publish(Standing standing, EditionPublished edition, long position) {
        readably(standing, () -> tag(standing, edition, position));
    }

    private void tag(Standing standing, EditionPublished edition, long position) {
        if (revisions.getOrDefault(standing.post, 0L) < edition.revision()) {
            log.edits(standing.post, edition.revision() - 1, edition.revision(), last -> {
                write(standing, edition.revision(), last.author(), last.at(), position);
            });
        }
        var name = name(standing, edition);
        if (isSearching()) {
            return;
        }
        var message = "Edition %d of %s\n".formatted(edition.edition(), title(standing, edition.revision()));
        if (revisions.get(standing.post) == edition.revision()) {
            stream.tag(name, edition.by(), edition.at(), message);
        } else {
            var file = standing.form().file(texts.at(standing.post, edition.revision()));
            stream.tagAside(name, edition.by(), edition.at(), message, List.of(new Change(standing.file(), file)));
        }
    }

    /** As in look-back/edition-1; by the post's id where git allows no such name, or has it. */
    private String name(Standing standing, EditionPublished edition) {
        var slug = standing.path().replaceFirst("^/posts/", "").replaceAll("^/+|/+$", "");
        boolean allowed = slug.matches("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._-]*")
                && !slug.contains("..")
                && !slug.endsWith(".")
                && !slug.endsWith(".lock");
        var name = (allowed ? slug : standing.post.value()) + "/edition-" + edition.edition();
        return tags.add(name) ? name : standing.post + "/edition-" + edition.edition();
    }
}
