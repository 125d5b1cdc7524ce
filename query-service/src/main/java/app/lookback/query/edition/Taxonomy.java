package app.lookback.query.edition;

import java.util.Locale;
import java.util.Optional;

/** By what posts are found together. */
public enum Taxonomy {
    TAGS("Tags"),
    CATEGORIES("Categories"),
    SERIES("Series"),
    AUTHORS("Authors");

    private final String title;

    Taxonomy(String title) {
        this.title = title;
    }

    public static Optional<Taxonomy> of(String part) {
        for (var one : values()) {
            if (one.part().equals(part)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** The first part of its addresses. */
    public String part() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String path() {
        return "/" + part() + "/";
    }

    public String title() {
        return title;
    }
}
