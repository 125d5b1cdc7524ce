package app.lookback.query.sharing;

import app.lookback.query.edition.Edition;
import app.lookback.query.edition.Editions;
import app.lookback.query.media.Bytes;
import app.lookback.query.media.Media;
import app.lookback.query.platform.Blog;
import app.lookback.query.site.Site;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The picture of each edition, drawn when it is first asked for. No more than two are drawn at once. */
@Component
public class CardImages {

    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long KEPT_BYTES = 24L << 20;

    /** So many are drawn that this one would have had to wait for too long. */
    public static final class Busy extends RuntimeException {
        Busy() {
            super("Too many pictures are being drawn. Try again in a moment.", null, false, false);
        }
    }

    private final Editions editions;
    private final Media media;
    private final Bytes bytes;
    private final Site site;
    private final Blog blog;
    private final CompletableFuture<Fonts> fonts = CompletableFuture.supplyAsync(Fonts::installed);
    private final Semaphore drawing = new Semaphore(AT_ONCE);
    private final Map<String, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long keptBytes;

    CardImages(Editions editions, Media media, Bytes bytes, Site site, Blog blog) {
        this.editions = editions;
        this.media = media;
        this.bytes = bytes;
        this.site = site;
        this.blog = blog;
    }

    /** Whether there are fonts to write with. */
    public boolean canBeDrawn() {
        return fonts.join().areThere();
    }

    /** A PNG of 1200 by 630 pixels; nothing where there are no fonts. */
    public Optional<byte[]> of(Edition edition) {
        if (!canBeDrawn()) {
            return Optional.empty();
        }
        var key = edition.post() + " " + edition.edition();
        var known = known(key);
        return Optional.of(known == null ? drawn(key, edition) : known);
    }

    private byte[] drawn(String key, Edition edition) {
        if (!mayDraw()) {
            throw new Busy();
        }
        try {
            var meanwhile = known(key);
            if (meanwhile != null) {
                return meanwhile;
            }
            var drawn = Drawing.of(
                    edition.card(), blog.title(), cover(edition.card().cover()), fonts.join());
            keep(key, drawn);
            return drawn;
        } finally {
            drawing.release();
        }
    }

    private boolean mayDraw() {
        try {
            return drawing.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized byte @Nullable [] known(String key) {
        return kept.get(key);
    }

    private synchronized void keep(String key, byte[] drawn) {
        var before = kept.put(key, drawn);
        keptBytes += drawn.length - (before == null ? 0 : before.length);
        for (var oldest = kept.entrySet().iterator(); keptBytes > KEPT_BYTES && oldest.hasNext(); ) {
            keptBytes -= oldest.next().getValue().length;
            oldest.remove();
        }
    }

    /** Only what readers may see. */
    private @Nullable BufferedImage cover(@Nullable String path) {
        return path == null
                ? null
                : media.find(path)
                        .map(image ->
                                editions.show(image.post(), path) ? bytes.of(image.sha256()) : Optional.<byte[]>empty())
                        .orElseGet(() -> site.find("static" + path).flatMap(site::bytes))
                        .flatMap(found -> CoverImage.read(found, Drawing.COVER, Drawing.HEIGHT))
                        .orElse(null);
    }
}
