package app.lookback.query.exporting;

import app.lookback.contract.FileForm;
import app.lookback.contract.PostEvent;
import app.lookback.contract.PostEvent.EditionPublished;
import app.lookback.contract.PostEvent.FilePlaced;
import app.lookback.contract.PostEvent.ImageAdded;
import app.lookback.contract.PostEvent.ImageRemoved;
import app.lookback.contract.PostEvent.ImageScaled;
import app.lookback.contract.PostEvent.PostCreated;
import app.lookback.contract.PostEvent.PostDeleted;
import app.lookback.contract.PostEvent.PostMoved;
import app.lookback.contract.PostEvent.PostRestored;
import app.lookback.contract.PostEvent.PostWithdrawn;
import app.lookback.contract.PostId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A post as the log says it stands, as far as its files are concerned. */
final class Standing {

    /** @param original the path of the image that this one is a smaller copy of */
    record Image(String sha256, @Nullable String original, boolean removed) {}

    final PostId post;
    private final FileForm form;
    private final Map<String, Image> images = new LinkedHashMap<>();
    private String path;
    private @Nullable String placed;
    private long published;
    private boolean deleted;

    Standing(PostCreated created) {
        post = created.post();
        form = created.form();
        path = created.path();
    }

    void happened(PostEvent event) {
        if (event instanceof PostMoved moved) {
            path = moved.path();
        } else if (event instanceof EditionPublished edition) {
            published = edition.revision();
        } else if (event instanceof PostWithdrawn) {
            published = 0;
        } else if (event instanceof FilePlaced file) {
            placed = file.file();
        } else if (event instanceof PostDeleted || event instanceof PostRestored) {
            deleted = event instanceof PostDeleted;
        } else {
            pictured(event);
        }
    }

    private void pictured(PostEvent event) {
        if (event instanceof ImageAdded added) {
            images.merge(
                    added.path(),
                    new Image(added.sha256(), null, false),
                    (before, again) -> new Image(again.sha256(), before.original(), false));
        } else if (event instanceof ImageScaled scaled) {
            images.computeIfPresent(
                    scaled.path(), (at, image) -> new Image(image.sha256(), scaled.original(), image.removed()));
        } else if (event instanceof ImageRemoved removed) {
            images.computeIfPresent(removed.path(), (at, image) -> new Image(image.sha256(), image.original(), true));
        }
    }

    FileForm form() {
        return form;
    }

    Map<String, Image> images() {
        return images;
    }

    String path() {
        return path;
    }

    /** The revision that readers find; 0 where they find none. */
    long published() {
        return published;
    }

    /** Whether readers find it. */
    boolean isFound() {
        return published > 0 && !deleted;
    }

    boolean isDeleted() {
        return deleted;
    }

    /** The folder that is the post's own, whose other files belong to it; empty where its file stands among others. */
    String bundle() {
        var file = file();
        return file.matches(".*/index(\\.[^/.]+)?\\.[^/.]+") ? file.substring(0, file.lastIndexOf('/') + 1) : "";
    }

    /** Where it was placed, else where Hugo finds it at this path. A file {@code index.md} would hide all the others from it. */
    String file() {
        if (placed != null) {
            return placed;
        }
        var name = path.replaceAll("^/+|/+$", "");
        return "content/" + (name.matches(".*(^|/)_?index") ? name + "/index.md" : name + ".md");
    }
}
