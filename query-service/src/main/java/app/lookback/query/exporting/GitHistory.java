package app.lookback.query.exporting;

import app.lookback.contract.ManuscriptEvent.SourceEdited;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostEvent;
import app.lookback.contract.PostEvent.EditionPublished;
import app.lookback.contract.PostEvent.ImageAdded;
import app.lookback.contract.PostEvent.PostCreated;
import app.lookback.contract.PostEvent.PostDeleted;
import app.lookback.contract.PostEvent.PostMoved;
import app.lookback.contract.PostEvent.PostRestored;
import app.lookback.contract.PostId;
import app.lookback.contract.SiteFileEvent.FileKept;
import app.lookback.contract.SiteFileEvent.FileRemoved;
import app.lookback.query.exporting.LoggedEvents.Logged;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which commits and tags the log makes, and in which order: a function of the log alone, so that whoever stops and goes
 * on later comes to the same. A session becomes a commit when nothing that is still to come can belong to it.
 */
final class GitHistory {

    private final GitCommits commits;
    private final Map<PostId, Standing> posts = new HashMap<>();
    private final Map<PostId, Long> newest = new HashMap<>();

    /** In the order of their last events. */
    private final Map<Session.Key, Session> open = new LinkedHashMap<>();

    private Instant clock = Instant.EPOCH;
    private @Nullable Files files;

    /** What one person did to the site's files at once, as an import does. */
    private static final class Files {
        private final PersonId by;
        private final Instant at;
        private final Map<String, String> hashes = new TreeMap<>();
        private long position;
        private Instant recorded = Instant.EPOCH;

        Files(PersonId by, Instant at) {
            this.by = by;
            this.at = at;
        }
    }

    GitHistory(GitCommits commits) {
        this.commits = commits;
    }

    void read(Logged logged) {
        clock = logged.recorded().isAfter(clock) ? logged.recorded() : clock;
        endBefore(clock);
        if (logged.event() instanceof FileKept kept) {
            happened(kept.path(), kept.sha256(), kept.by(), kept.at(), logged);
            return;
        }
        if (logged.event() instanceof FileRemoved removed) {
            happened(removed.path(), "", removed.by(), removed.at(), logged);
            return;
        }
        endFiles();
        if (logged.event() instanceof SourceEdited edit) {
            newest.put(edit.post(), edit.revision());
            act(edit.post(), edit.author(), edit.at(), logged);
        } else if (logged.event() instanceof PostCreated created) {
            posts.put(created.post(), new Standing(created));
        } else if (logged.event() instanceof PostEvent event) {
            if (posts.containsKey(event.post())) {
                posts.get(event.post()).happened(event);
                happened(event, logged);
            }
        }
    }

    private void happened(PostEvent event, Logged logged) {
        if (event instanceof ImageAdded added) {
            act(added.post(), added.by(), added.at(), logged);
        } else if (event instanceof PostMoved moved) {
            act(moved.post(), moved.by(), moved.at(), logged);
        } else if (event instanceof EditionPublished edition) {
            publish(edition, logged);
        } else if (event instanceof PostDeleted deleted) {
            end(deleted.post(), Long.MAX_VALUE);
            commits.commit(standing(deleted), newest(deleted.post()), deleted.by(), deleted.at(), logged.position());
        } else if (event instanceof PostRestored restored) {
            commits.commit(
                    standing(restored), newest(restored.post()), restored.by(), restored.at(), logged.position());
        }
    }

    private void happened(String path, String sha256, PersonId by, Instant at, Logged logged) {
        if (files != null && !(files.by.equals(by) && files.at.equals(at))) {
            endFiles();
        }
        files = files == null ? new Files(by, at) : files;
        files.hashes.put(path, sha256);
        files.position = logged.position();
        files.recorded = clock;
    }

    private void endFiles() {
        if (files != null) {
            commits.commit(files.hashes, files.by, files.at, files.position);
            files = null;
        }
    }

    private Standing standing(PostEvent event) {
        return posts.get(event.post());
    }

    private long newest(PostId post) {
        return newest.getOrDefault(post, 0L);
    }

    private void act(PostId post, PersonId author, Instant at, Logged logged) {
        var key = new Session.Key(post, author);
        var session = open.remove(key);
        if (session != null && !session.goesOnAt(at)) {
            end(session);
            session = null;
        }
        if (session == null) {
            session = new Session(key, newest(post), logged.position(), clock, at);
        } else {
            session.goesOn(newest(post), logged.position(), clock, at);
        }
        open.put(key, session);
    }

    /** The edition gets a commit that holds just its revision, and a tag there. */
    private void publish(EditionPublished edition, Logged logged) {
        end(edition.post(), edition.revision());
        commits.publish(standing(edition), edition, logged.position());
    }

    private void end(PostId post, long upTo) {
        var over = open.values().stream()
                .filter(session -> session.key.post().equals(post) && session.revision() <= upTo)
                .toList();
        for (var session : over) {
            open.remove(session.key);
            end(session);
        }
    }

    private void end(Session session) {
        if (!posts.containsKey(session.key.post())) {
            return; // its first event cannot be read
        }
        commits.commit(
                posts.get(session.key.post()),
                session.revision(),
                session.key.author(),
                session.end(),
                session.position());
    }

    /** How many sessions may still go on at this time. */
    int endBefore(Instant time) {
        for (var sessions = open.values().iterator(); sessions.hasNext(); ) {
            var session = sessions.next();
            if (!session.isOverAt(time)) {
                break;
            }
            sessions.remove();
            end(session);
        }
        if (files != null && Duration.between(files.recorded, time).compareTo(Session.LONG_PAUSE) > 0) {
            endFiles();
        }
        return open.size() + (files == null ? 0 : 1);
    }
}
