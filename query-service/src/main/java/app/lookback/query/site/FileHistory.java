package app.lookback.query.site;

import app.lookback.contract.SiteFileEvent;
import app.lookback.contract.SiteFileEvent.FileKept;
import app.lookback.query.platform.Log;
import app.lookback.query.platform.Log.FileChange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which bytes a file of the site had at a time, as the log says; what was read of it answers for all times before. */
@Component
class FileHistory {

    private static final int MOST = 2_000;

    /** By which the clocks of two nodes may differ. */
    private static final Duration DIFFERENCE = Duration.ofMinutes(1);

    private record Known(Instant until, List<FileChange> changes) {}

    private final Log log;
    private final JdbcClient database;
    private final Clock clock = Clock.systemUTC();
    private final Map<String, Known> newest = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST;
        }
    };

    FileHistory(Log log, JdbcClient database) {
        this.log = log;
        this.database = database;
    }

    /** Which of these files there were, and what their bytes hash to. */
    Map<String, String> sha256(Collection<String> paths, Instant then) {
        read(paths.stream().filter(path -> !isKnown(path, then)).toList());
        var found = new HashMap<String, String>();
        for (var path : paths) {
            at(path, then).ifPresent(kept -> found.put(path, kept.sha256()));
        }
        return found;
    }

    private void read(List<String> paths) {
        if (paths.isEmpty()) {
            return;
        }
        var until = clock.instant().minus(DIFFERENCE);
        var ever = ever(paths);
        paths.forEach(path -> keep(path, new Known(until, ever.contains(path) ? log.siteFile(path) : List.of())));
    }

    /** In one question, for most files that are asked for never were: those of these paths at which a file of the site ever stood. */
    private Set<String> ever(Collection<String> paths) {
        return database
                .sql(
                        "SELECT aggregate_identifier FROM event_log WHERE aggregate_identifier IN (:files) AND sequence_number = 0")
                .param("files", paths.stream().map(SiteFileEvent::aggregate).toList())
                .query(String.class)
                .list()
                .stream()
                .map(aggregate ->
                        aggregate.substring(SiteFileEvent.aggregate("").length()))
                .collect(Collectors.toSet());
    }

    private Optional<FileKept> at(String path, Instant then) {
        return changes(path).stream()
                .filter(change -> !change.at().isAfter(then))
                .reduce((before, after) -> after)
                .filter(change -> change.event() instanceof FileKept)
                .map(change -> (FileKept) change.event());
    }

    private synchronized boolean isKnown(String path, Instant then) {
        var known = newest.get(path);
        return known != null && then.isBefore(known.until());
    }

    private synchronized List<FileChange> changes(String path) {
        var known = newest.get(path);
        return known == null ? log.siteFile(path) : known.changes();
    }

    private synchronized void keep(String path, Known read) {
        newest.put(path, read);
    }
}
