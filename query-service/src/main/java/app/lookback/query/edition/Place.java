package app.lookback.query.edition;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a post stands in its series, counted from 1. */
record Place(
        Term series,
        long part,
        long of,
        @Nullable Neighbour before,
        @Nullable Neighbour next) {

    record Neighbour(String href, String title, String language, String direction) {
        static @Nullable Neighbour of(@Nullable Published post) {
            return post == null
                    ? null
                    : new Neighbour(
                            post.path(),
                            post.card().title(),
                            post.card().language(),
                            post.card().direction());
        }
    }

    boolean names(Published post) {
        return Stream.of(before, next).anyMatch(one -> one != null && one.href().equals(post.path()));
    }

    boolean hasOthers() {
        return of > 1;
    }
}
