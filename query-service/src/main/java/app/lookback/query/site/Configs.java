package app.lookback.query.site;

import app.lookback.hugo.HugoConfig;
import app.lookback.query.media.Bytes;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The newest configurations of the site that were asked for, read. */
@Component
class Configs {

    private static final int MOST = 20;

    private static final List<String> FILES = Stream.of(
                    "hugo",
                    "config",
                    "config/_default/hugo",
                    "config/_default/config",
                    "config/_default/params",
                    "config/_default/taxonomies",
                    "config/production/hugo",
                    "config/production/config")
            .flatMap(name -> Stream.of(".toml", ".yaml", ".yml", ".json").map(ending -> name + ending))
            .toList();

    private final Site site;
    private final Bytes bytes;
    private final Map<Map<String, String>, HugoConfig> newest = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Map<String, String>, HugoConfig> eldest) {
            return size() > MOST;
        }
    };

    Configs(Site site, Bytes bytes) {
        this.site = site;
        this.bytes = bytes;
    }

    /** As the site's files are now. */
    HugoConfig now() {
        return at(site::sha256);
    }

    /** @param sha256 which of these files there are, and what their bytes hash to */
    HugoConfig at(Function<Collection<String>, Map<String, String>> sha256) {
        return of(sha256.apply(FILES));
    }

    private synchronized HugoConfig of(Map<String, String> files) {
        var known = newest.get(files);
        if (known != null) {
            return known;
        }
        var contents = new HashMap<String, byte[]>();
        files.forEach((path, hash) -> bytes.of(hash).ifPresent(content -> contents.put(path, content)));
        var read = HugoConfig.read(contents);
        newest.put(Map.copyOf(files), read);
        return read;
    }
}
