package app.lookback.command.post;

import app.lookback.contract.PostEvent.ImageAdded;
import app.lookback.contract.PostEvent.ImageRemoved;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The images of a post: where the bytes are that it ever had, and which of them are no longer offered. */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class Album {

    private Map<String, String> paths = new HashMap<>();
    private Set<String> removed = new HashSet<>();

    @Nullable
    String pathOf(String sha256) {
        return paths.get(sha256);
    }

    boolean offers(@Nullable String path) {
        return path != null && paths.containsValue(path) && !removed.contains(path);
    }

    void requireImage(String path) {
        if (!paths.containsValue(path)) {
            throw new PostRefusal.UnknownImage(path);
        }
    }

    void on(ImageAdded added) {
        paths.put(added.sha256(), added.path());
        removed.remove(added.path());
    }

    void on(ImageRemoved gone) {
        removed.add(gone.path());
    }
}
