package app.lookback.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import app.lookback.contract.PersonId;
import app.lookback.query.history.Authorship.Contributor;
import app.lookback.text.ChangeSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuthorshipTest {

    private static final PersonId ADA = PersonId.random();
    private static final PersonId BEN = PersonId.random();

    private final List<Revision> revisions = new ArrayList<>();
    private String source = "";

    @Test
    void neighbours_of_one_author_are_a_span_unless_a_long_pause_parts_them() {
        edit(ADA, 0, 0, 0, "One ");
        edit(ADA, 30, 4, 4, "two");
        edit(BEN, 60, 7, 7, ", three");
        edit(ADA, 7000, 14, 14, ".");
        edit(BEN, 7001, 15, 15, "!");

        assertThat(authorship().spans())
                .containsExactly(span(7, 0, 2, 30), span(7, 1, 3, 60), span(1, 0, 4, 7000), span(1, 1, 5, 7001));
    }

    @Test
    void a_line_has_its_newest_revision() {
        edit(ADA, 0, 0, 0, "first\nsecond\n");
        edit(BEN, 9, 2, 3, "R");

        assertThat(authorship().lines()).containsExactly(line(1, 2, 9), line(0, 1, 0), null);
    }

    @Test
    void contributors_have_what_survives_of_them_and_all_that_they_typed() {
        edit(ADA, 0, 0, 0, "0123456789");
        edit(BEN, 1, 0, 8, "ab");

        assertThat(authorship().contributors())
                .containsExactly(new Contributor(ADA, 2, 10), new Contributor(BEN, 2, 2));
    }

    @Test
    void nothing_is_nobodys() {
        var nothing = Authorship.of(Weave.EMPTY, "");

        assertThat(nothing.spans()).isEmpty();
        assertThat(nothing.lines()).containsExactly((long[]) null);
    }

    private Authorship authorship() {
        return Authorship.of(Weave.EMPTY.after(revisions), source);
    }

    private void edit(PersonId author, int second, int from, int to, String text) {
        int n = revisions.size() + 1;
        var changes = ChangeSet.replace(source.length(), from, to, text);
        source = changes.apply(source);
        revisions.add(new Revision(n, "client", n, author, Instant.ofEpochSecond(second), changes));
    }

    private static long[] span(long length, long author, long revision, long second) {
        return new long[] {length, author, revision, second};
    }

    private static long[] line(long author, long revision, long second) {
        return new long[] {author, revision, second};
    }
}
