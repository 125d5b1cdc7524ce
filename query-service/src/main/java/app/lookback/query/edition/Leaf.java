package app.lookback.query.edition;

import java.time.Instant;

/** A page, and when what it shows has changed last. */
public record Leaf(String html, Instant changed) {}
