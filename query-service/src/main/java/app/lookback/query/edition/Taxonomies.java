package app.lookback.query.edition;

import java.util.List;
import java.util.Optional;

/** By what this blog's posts are found together. */
public interface Taxonomies {

    /** Those of every blog, and then those of its own. */
    List<Taxonomy> all();

    default Optional<Taxonomy> of(String part) {
        return all().stream().filter(one -> one.part().equals(part)).findFirst();
    }
}
