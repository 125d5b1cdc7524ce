package app.lookback.query.reader;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.MediaType;

/** In which forms machines get the newest posts. RSS is where Hugo has it. */
enum FeedFormat {
    RSS("index.xml", "rss+xml", RssFeed::write),
    ATOM("atom.xml", "atom+xml", AtomFeed::write),
    JSON("feed.json", "feed+json", JsonFeed::write);

    private final String file;
    private final String type;
    private final Function<Feed, String> form;

    FeedFormat(String file, String type, Function<Feed, String> form) {
        this.file = file;
        this.type = type;
        this.form = form;
    }

    static Optional<FeedFormat> of(String file) {
        for (var one : values()) {
            if (one.file.equals(file)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    MediaType type() {
        return new MediaType("application", type, StandardCharsets.UTF_8);
    }

    String write(Feed feed) {
        return form.apply(feed);
    }
}
