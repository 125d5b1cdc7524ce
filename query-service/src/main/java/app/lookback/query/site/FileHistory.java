package app.lookback.query.site;

import app.lookback.contract.SiteFileEvent.FileKept;
import app.lookback.query.platform.Log;
import app.lookback.query.platform.Log.FileChange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which bytes a file of the site had at a time, as the log says; what was read of it answers for all times before. */
@Component
class FileHistory {

    private static final int MOST = 2_000;

    /** By which the clocks of two nodes may differ. */
    private static final Duration DIFFERENCE = Duration.ofMinutes(1);

    private record Known(Instant until, List<FileChange> changes) {}

    private final Log log;
    private final Clock clock = Clock.systemUTC();
    private final Map<String, Known> newest = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST;
        }
    };

    FileHistory(Log log) {
        this.log = log;
    }

    /** Empty where there was no such file. */
    Optional<FileKept> at(String path, Instant then) {
        return changes(path, then).stream()
                .filter(change -> !change.at().isAfter(then))
                .reduce((before, after) -> after)
                .filter(change -> change.event() instanceof FileKept)
                .map(change -> (FileKept) change.event());
    }

    private List<FileChange> changes(String path, Instant then) {
        var known = known(path);
        if (known != null && then.isBefore(known.until())) {
            return known.changes();
        }
        var until = clock.instant().minus(DIFFERENCE);
        return kept(path, new Known(until, log.siteFile(path))).changes();
    }

    private synchronized @Nullable Known known(String path) {
        return newest.get(path);
    }

    private synchronized Known kept(String path, Known read) {
        newest.put(path, read);
        return read;
    }
}
