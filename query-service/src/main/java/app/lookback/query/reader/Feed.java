package app.lookback.query.reader;

import app.lookback.query.edition.Card;
import java.time.Instant;
import java.util.List;

/** The newest posts, whole, as machines are told of them. Addresses are absolute. */
record Feed(String title, String description, String page, String self, Instant updated, List<Entry> entries) {

    /**
     * @param id what names it though it moves: where it was found first
     * @param html with links that work elsewhere
     */
    record Entry(Card card, String id, String link, Instant published, Instant updated, String html) {}
}
