package app.lookback.query.edition;

import app.lookback.contract.PostId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** What a list of posts shows of one, as its newest edition has it, and which editions there are. */
public record Published(
        @BsonId String path,
        PostId post,
        List<Integer> editions,
        String language,
        String title,
        String date,
        List<String> authors,
        Instant first,
        @Nullable Integer withdrawnEdition,
        @Nullable Deletion deletion) {

    /** What the post's event of this number said of it. */
    public record Deletion(long number, boolean deleted) {}

    public String dateInWords() {
        return Day.inWords(date, language);
    }

    int newest() {
        return editions.get(editions.size() - 1);
    }

    boolean withdrawn() {
        return withdrawnEdition != null && withdrawnEdition >= newest();
    }

    boolean deleted() {
        return deletion != null && deletion.deleted();
    }

    /** Whether readers are not to find it, although it was published. */
    boolean hidden() {
        return withdrawn() || deleted();
    }

    Published withdrawnAfter(int edition) {
        return new Published(path, post, editions, language, title, date, authors, first, edition, deletion);
    }

    Published after(Deletion next) {
        return new Published(path, post, editions, language, title, date, authors, first, withdrawnEdition, next);
    }

    /** The same post with this edition, which is its newest one. */
    static Published with(Edition edition, @Nullable Published before) {
        return new Published(
                edition.path(),
                edition.post(),
                before == null
                        ? List.of(edition.edition())
                        : Stream.concat(before.editions.stream(), Stream.of(edition.edition()))
                                .toList(),
                edition.language(),
                edition.title(),
                edition.date(),
                edition.authors(),
                before == null ? edition.at() : before.first,
                before == null ? null : before.withdrawnEdition,
                before == null ? null : before.deletion);
    }
}
