package app.lookback.query.site;

import app.lookback.hugo.HugoConfig;
import app.lookback.query.media.Bytes;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The newest configurations of the site that were asked for, read. */
@Component
class Configs {

    private static final int MOST = 20;

    private final Bytes bytes;
    private final Map<Map<String, String>, HugoConfig> newest = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Map<String, String>, HugoConfig> eldest) {
            return size() > MOST;
        }
    };

    Configs(Bytes bytes) {
        this.bytes = bytes;
    }

    /** @param files by their paths, what their bytes hash to */
    synchronized HugoConfig of(Map<String, String> files) {
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
