package app.lookback.query.site;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.regex;

import app.lookback.contract.SiteFileEvent.FileKept;
import app.lookback.contract.SiteFileEvent.FileRemoved;
import app.lookback.query.media.Bytes;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.bson.codecs.pojo.annotations.BsonId;
import org.springframework.stereotype.Component;

/** Which files stand in the site's folder besides the posts', and with which bytes. */
@Component
@ProcessingGroup("site")
public class Site {

    /** A file, by its path in the site's folder (as in {@code static/images/cover.png}); its size in bytes, and since when. */
    public record SiteFile(@BsonId String path, String sha256, String mediaType, long size, Instant at) {}

    private static final int MOST_TEMPLATES = 500;

    private final MongoCollection<SiteFile> files;
    private final Bytes bytes;

    Site(MongoDatabase views, Bytes bytes) {
        this.files = views.getCollection("site", SiteFile.class);
        this.bytes = bytes;
    }

    @EventHandler
    void on(FileKept kept) {
        var file = new SiteFile(kept.path(), kept.sha256(), kept.mediaType(), kept.size(), kept.at());
        files.replaceOne(eq("_id", file.path()), file, new ReplaceOptions().upsert(true));
    }

    @EventHandler
    void on(FileRemoved removed) {
        files.deleteOne(eq("_id", removed.path()));
    }

    @ResetHandler
    void reset() {
        files.deleteMany(Filters.empty());
    }

    public Optional<SiteFile> find(String path) {
        return Optional.ofNullable(files.find(eq("_id", path)).first());
    }

    /** Which of these files there are, and what their bytes hash to. */
    Map<String, String> sha256(Collection<String> paths) {
        var found = new HashMap<String, String>();
        files.find(in("_id", paths)).forEach(file -> found.put(file.path(), file.sha256()));
        return found;
    }

    /** All files, by their paths in order. */
    public List<SiteFile> files() {
        return files.find().sort(Sorts.ascending("_id")).into(new ArrayList<>());
    }

    /** The templates of shortcodes, by their paths in order, at most 500. */
    List<SiteFile> templates() {
        return files.find(regex("_id", "^(themes/[^/]+/)?layouts/shortcodes/.+\\.html$"))
                .sort(Sorts.ascending("_id"))
                .limit(MOST_TEMPLATES)
                .into(new ArrayList<>());
    }

    public Optional<byte[]> bytes(SiteFile file) {
        return bytes.of(file.sha256());
    }
}
