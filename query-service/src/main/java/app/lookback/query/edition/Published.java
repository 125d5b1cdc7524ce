package app.lookback.query.edition;

import app.lookback.contract.PostId;
import app.lookback.contract.Update;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A post that was published: what lists show of it, as its newest edition has it, and which editions there are.
 *
 * @param path where it is found, as the post's event of the number {@code asOf} leaves it
 * @param terms by which it is found
 * @param shown whether readers find it
 * @param changed when this was written here last
 */
public record Published(
        @BsonId PostId post,
        String path,
        long asOf,
        List<Integer> editions,
        Card card,
        List<String> terms,
        Instant first,
        Instant updated,
        @Nullable Update update,
        @Nullable Integer withdrawnEdition,
        @Nullable Deletion deletion,
        @Nullable Opening opening,
        boolean shown,
        Instant changed) {

    /** What the post's event of this number said of it. */
    public record Deletion(long number, boolean deleted) {}

    /** What the post's event of this number said of whether readers may watch how it was written. */
    public record Opening(long number, boolean open) {}

    int newest() {
        return editions.get(editions.size() - 1);
    }

    boolean withdrawn() {
        return withdrawnEdition != null && withdrawnEdition >= newest();
    }

    boolean deleted() {
        return deletion != null && deletion.deleted();
    }

    /** Whether readers may watch how it was written. */
    boolean watched() {
        return shown && opening != null && opening.open();
    }

    Published movedTo(String newPath, long number) {
        return standing(newPath, number, withdrawnEdition, deletion, opening);
    }

    Published withdrawnAfter(int edition) {
        return standing(path, asOf, edition, deletion, opening);
    }

    Published after(Deletion next) {
        return standing(path, asOf, withdrawnEdition, next, opening);
    }

    Published after(Opening next) {
        return standing(path, asOf, withdrawnEdition, deletion, next);
    }

    private Published standing(
            String where,
            long number,
            @Nullable Integer withdrawn,
            @Nullable Deletion deleted,
            @Nullable Opening opened) {
        boolean found = !(withdrawn != null && withdrawn >= newest()) && !(deleted != null && deleted.deleted());
        return new Published(
                post,
                where,
                number,
                editions,
                card,
                terms,
                first,
                updated,
                update,
                withdrawn,
                deleted,
                opened,
                found,
                Instant.now());
    }

    /** The same post with this edition, which is its newest one, by the post's event of this number. */
    static Published with(Edition edition, long number, @Nullable Published before) {
        var editions = before == null
                ? List.of(edition.edition())
                : Stream.concat(before.editions.stream(), Stream.of(edition.edition()))
                        .toList();
        return new Published(
                        edition.post(),
                        edition.path(),
                        number,
                        editions,
                        edition.card(),
                        edition.card().terms().stream()
                                .map(Term::key)
                                .distinct()
                                .toList(),
                        before == null ? edition.at() : before.first,
                        edition.at(),
                        edition.update(),
                        null,
                        null,
                        null,
                        true,
                        Instant.now())
                .standing(
                        edition.path(),
                        number,
                        before == null ? null : before.withdrawnEdition,
                        before == null ? null : before.deletion,
                        before == null ? null : before.opening);
    }
}
