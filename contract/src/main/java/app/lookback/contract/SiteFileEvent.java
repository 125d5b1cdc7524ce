package app.lookback.contract;

import java.time.Instant;

/**
 * All that can happen to a file of a Hugo site that is no post: its configuration, layouts, data, static files, the
 * resources of its bundles. Aggregate: {@code f:} and the path, as in {@code f:static/cover.png}.
 */
public sealed interface SiteFileEvent {

    String path();

    /** The aggregate identifier of the file at this path. */
    static String aggregate(String path) {
        return "f:" + path;
    }

    /** The file stands at this path of the site's folder with these bytes, which the store of media holds. */
    record FileKept(String path, String sha256, String mediaType, long size, PersonId by, Instant at)
            implements SiteFileEvent {}

    /** The file is no longer part of the site; its bytes stay. */
    record FileRemoved(String path, PersonId by, Instant at) implements SiteFileEvent {}
}
