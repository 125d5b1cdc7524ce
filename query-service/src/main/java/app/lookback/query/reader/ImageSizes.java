package app.lookback.query.reader;

import app.lookback.query.edition.Editions;
import app.lookback.query.edition.Leaf;
import app.lookback.query.media.Bytes;
import app.lookback.query.media.Bytes.Measure;
import app.lookback.query.media.Media;
import app.lookback.query.media.Media.Image;
import app.lookback.query.site.SiteFiles;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Tells browsers how large the site's own images are before they have them, so that nothing on a page jumps. */
@Component
class ImageSizes {

    private static final Pattern IMAGE =
            Pattern.compile("<img (?![^>]*\\b(?:width|height)=)[^>]*?src=\"([^\"]{1,500})\"");
    private static final int MOST = 200;

    private final Media media;
    private final Editions editions;
    private final SiteFiles files;
    private final Bytes bytes;

    ImageSizes(Media media, Editions editions, SiteFiles files, Bytes bytes) {
        this.media = media;
        this.editions = editions;
        this.files = files;
        this.bytes = bytes;
    }

    /** The page at this path, with the sizes that are known and that its authors have not given themselves. */
    Leaf in(Leaf leaf, String path) {
        var named = new HashMap<String, String>();
        IMAGE.matcher(leaf.html())
                .results()
                .map(image -> image.group(1))
                .distinct()
                .limit(MOST)
                .forEach(source -> sha256(source, path).ifPresent(sha256 -> named.put(source, sha256)));
        if (named.isEmpty()) {
            return leaf;
        }
        var measures = bytes.measures(new HashSet<>(named.values()));
        return new Leaf(
                IMAGE.matcher(leaf.html()).replaceAll(image -> Matcher.quoteReplacement(sized(image, named, measures))),
                leaf.changed());
    }

    private Optional<String> sha256(String source, String path) {
        var address = address(source, path);
        return address == null
                ? Optional.empty()
                : media.find(address)
                        .filter(image -> editions.show(image.post(), image.path()))
                        .map(Image::sha256)
                        .or(() -> files.sha256(address));
    }

    /** Null where it is none of this site. */
    private static @Nullable String address(String source, String path) {
        try {
            var target = URI.create(Addresses.encoded(path)).resolve(HtmlUtils.htmlUnescape(source));
            return target.isAbsolute() || target.getRawAuthority() != null || target.getRawPath() == null
                    ? null
                    : URLDecoder.decode(target.getRawPath().replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    private static String sized(MatchResult image, Map<String, String> named, Map<String, Measure> measures) {
        var sha256 = named.get(image.group(1));
        var measure = sha256 == null ? null : measures.get(sha256);
        return measure == null || measure.width() == null || measure.height() == null
                ? image.group()
                : "%s width=\"%d\" height=\"%d\"".formatted(image.group(), measure.width(), measure.height());
    }
}
