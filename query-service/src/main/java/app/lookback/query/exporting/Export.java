package app.lookback.query.exporting;

import app.lookback.contract.PersonId;
import app.lookback.contract.PostEvent.PostCreated;
import app.lookback.contract.PostId;
import app.lookback.hugo.FrontMatter;
import app.lookback.hugo.SafePath;
import app.lookback.query.draft.Picture;
import app.lookback.query.exporting.Standing.Image;
import app.lookback.query.platform.Hash;
import app.lookback.text.RefusedEdit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.serialization.SerializationException;

/** Writes the blog as a Hugo site: each post's bytes as they were imported or written, images, and what Hugo needs. */
public final class Export {

    /**
     * What was written.
     *
     * @param willBeShown paths of posts that readers do not find here and that Hugo would show
     * @param leftOut what could not be written, and why
     */
    public record Report(int posts, int images, List<String> willBeShown, List<String> leftOut) {}

    private static final String UNREADABLE = ": an event of it in the log cannot be read.";

    /** What an append may take, and clocks may differ. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final LoggedEvents log;
    private final Sources sources;

    Export(LoggedEvents log, Sources sources) {
        this.log = log;
        this.sources = sources;
    }

    /** Needs nothing but the database of the log. */
    public static Export of(DataSource database) {
        var log = new LoggedEvents(database);
        return new Export(log, new LoggedSources(log));
    }

    /** Into a folder that is empty or that holds an earlier export, as {@link NotExported} says otherwise. */
    public Report into(Path folder, boolean onlyPublished) throws IOException {
        return write(Folder.open(folder), onlyPublished);
    }

    /**
     * What was written of the history.
     *
     * @param goingOn sessions that may not be over; they come with a later export
     * @param leftOut which posts are not there, or not further, and why
     */
    public record History(int commits, int goingOn, List<String> leftOut) {}

    /** A bare git repository, or what is new in one that an export made: a commit for each session, a tag for each edition. */
    public History intoGit(Path repository, Instant now) throws IOException {
        var git = GitRepository.open(repository);
        var tip = git.tip();
        long last = log.last();
        var history = new History[1];
        git.fastImport(output -> {
            var stream = new GitStream(
                    output, names(), tip.map(GitRepository.Tip::commit).orElse(""));
            var commits = new GitCommits(
                    log, stream, tip.map(GitRepository.Tip::position).orElse(0L));
            var all = new GitHistory(commits);
            log.all(last, all::read, commits::leaveOut);
            int goingOn = all.endBefore(now.minus(MARGIN));
            if (commits.isSearching()) {
                throw new NotExported(repository + " holds the history of another Lookback: name an empty folder.");
            }
            history[0] = new History(
                    commits.made(),
                    goingOn,
                    commits.leftOut().stream()
                            .map(post -> "post " + post + UNREADABLE)
                            .toList());
        });
        return history[0];
    }

    private Function<PersonId, Optional<String>> names() {
        var known = new HashMap<PersonId, Optional<String>>();
        return person -> known.computeIfAbsent(person, log::nameOf);
    }

    Report write(Receiver receiver, boolean onlyPublished) throws IOException {
        var run = new Run(receiver, onlyPublished);
        var files = log.siteFiles();
        for (var path : Skeleton.lackedBy(files.keySet())) {
            run.take(path, Skeleton.file(path));
        }
        var posts = posts(run.leftOut).values();
        for (var post : posts) {
            run.readable(post);
        }
        for (var file : files.entrySet()) {
            if (!onlyPublished || isForReaders(file.getKey(), posts)) {
                run.file(file.getKey(), file.getValue());
            }
        }
        return run.finish();
    }

    /** One post with its images and what else stands in its folder. */
    void write(PostId id, Receiver receiver) throws IOException {
        var run = new Run(receiver, false);
        var post = posts(run.leftOut).get(id);
        run.post(post);
        for (var file : log.siteFiles().entrySet()) {
            if (isBeside(post, file.getKey())) {
                run.file(file.getKey(), file.getValue());
            }
        }
        run.finish();
    }

    private static boolean isBeside(Standing post, String file) {
        return !post.bundle().isEmpty() && file.startsWith(post.bundle());
    }

    /** A text under content/ that is no list may be somebody's draft, and so may what stands beside a post that nobody finds. */
    private static boolean isForReaders(String file, Collection<Standing> posts) {
        boolean isText = file.startsWith("content/")
                && file.matches("(?i).*\\.(md|markdown|mdown|html?|adoc|org|rst|txt)")
                && !file.matches(".*/_index\\.[^/]+");
        return !isText && posts.stream().noneMatch(post -> isBeside(post, file) && !post.isFound());
    }

    /** One of which an event cannot be read is left out: nobody knows where it stands. */
    private Map<PostId, Standing> posts(List<String> leftOut) {
        var posts = new LinkedHashMap<PostId, Standing>();
        var unreadable = new LinkedHashSet<PostId>();
        log.ofPosts(
                event -> {
                    if (event instanceof PostCreated created) {
                        posts.put(created.post(), new Standing(created));
                    } else if (posts.containsKey(event.post())) {
                        posts.get(event.post()).happened(event);
                    }
                },
                unreadable::add);
        unreadable.forEach(post -> leftOut.add("post " + post + UNREADABLE));
        posts.keySet().removeAll(unreadable);
        return posts;
    }

    /** One export under way. */
    private final class Run {
        private final Receiver receiver;
        private final boolean onlyPublished;
        private final Manifest manifest = new Manifest();
        private final List<String> willBeShown = new ArrayList<>();
        private final List<String> leftOut = new ArrayList<>();
        private int posts;
        private int images;

        Run(Receiver receiver, boolean onlyPublished) {
            this.receiver = receiver;
            this.onlyPublished = onlyPublished;
        }

        /** What cannot be read of one post stops none of the others. */
        void readable(Standing standing) throws IOException {
            try {
                post(standing);
            } catch (SerializationException | RefusedEdit | NoSuchElementException broken) {
                leftOut.add(standing.path() + UNREADABLE);
            }
        }

        void post(Standing standing) throws IOException {
            long revision = onlyPublished ? standing.published() : log.newestRevision(standing.post);
            if (standing.isDeleted() || revision == 0) {
                return;
            }
            var source = sources.at(standing.post, revision);
            take(standing.file(), standing.form().file(source));
            posts++;
            if (standing.published() == 0 && !FrontMatter.read(source).draft()) {
                willBeShown.add(standing.path());
            }
            images(standing, source);
        }

        private void images(Standing standing, String source) throws IOException {
            var named = Picture.in(source).stream().map(Picture::path).collect(Collectors.toCollection(TreeSet::new));
            named.addAll(originals(standing.images(), named));
            for (var image : standing.images().entrySet()) {
                if (named.contains(image.getKey())
                        || !onlyPublished && !image.getValue().removed()) {
                    image("static" + image.getKey(), image.getValue());
                }
            }
        }

        private void image(String path, Image image) throws IOException {
            var bytes = log.media(image.sha256());
            if (bytes.isEmpty()) {
                leftOut.add(path + ": its bytes are not in the database.");
            } else {
                take(path, bytes.get());
                images++;
            }
        }

        void file(String path, String sha256) throws IOException {
            var bytes = log.media(sha256);
            if (bytes.isEmpty()) {
                leftOut.add(path + ": its bytes are not in the database.");
            } else {
                take(path, bytes.get());
            }
        }

        void take(String path, byte[] bytes) throws IOException {
            if (!SafePath.is(path)) {
                leftOut.add(path + ": no file may be called so on every system.");
                return;
            }
            if (manifest.files().containsKey(path)) {
                leftOut.add(path + ": another file of that name was written before.");
                return;
            }
            receiver.take(path, bytes);
            manifest.add(path, Hash.sha256(bytes));
        }

        Report finish() throws IOException {
            manifest.willBeShown(willBeShown);
            receiver.finish(manifest);
            return new Report(posts, images, List.copyOf(willBeShown), List.copyOf(leftOut));
        }
    }

    private static Collection<String> originals(Map<String, Image> images, Set<String> named) {
        return images.entrySet().stream()
                .filter(image ->
                        named.contains(image.getKey()) && image.getValue().original() != null)
                .map(image -> image.getValue().original())
                .toList();
    }
}
