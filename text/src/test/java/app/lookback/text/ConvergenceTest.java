package app.lookback.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvergenceTest {

    private static final String TEN_DIGITS = "0123456789";

    @Test
    void of_two_insertions_at_one_place_the_one_accepted_first_stays_left() {
        var room = new Room("ab");
        var first = room.author();
        var second = room.author();
        second.types(1, "second");
        first.types(1, "first");
        first.submits();
        second.submits();
        room.everyoneSees("afirstsecondb");
    }

    @ParameterizedTest
    @CsvSource({
        "A D q, 012Aq567",
        "D A q, 012Aq567",
        "A q D, 012Aq567",
        "q D A, 012qA567",
        "D q A, 012qA567",
        "q A D, 012qA567"
    })
    void a_deletion_beside_two_insertions_at_one_place_changes_nothing_in_their_order(String order, String result) {
        var room = new Room("01234567");
        var authors = Map.of("A", room.author(), "D", room.author(), "q", room.author());
        authors.get("A").types(3, "A");
        authors.get("D").deletes(3, 5);
        authors.get("q").types(3, "q");
        for (var name : order.split(" ")) {
            authors.get(name).submits();
        }
        room.everyoneSees(result);
    }

    @Test
    void mapping_over_a_composition_is_another_thing_than_mapping_in_turn() {
        var deletion = ChangeSet.replace(8, 3, 5, "");
        var insertion = ChangeSet.replace(6, 3, 3, "A");
        var mine = ChangeSet.replace(8, 3, 3, "q");
        assertThat(Rebase.over(mine, List.of(deletion, insertion))).hasToString("4 +q 3");
        assertThat(composed(mine, List.of(deletion, insertion))).hasToString("3 +q 4");
    }

    @Test
    void an_edit_sent_again_after_a_lost_answer_is_accepted_once() {
        var room = new Room("");
        var author = room.author();
        author.types(0, "hi");
        author.submits();
        author.types(2, "!");
        author.submits();
        room.everyoneSees("hi!");
        assertThat(room.revisions).hasSize(2);
    }

    @Test
    void what_was_typed_offline_joins_what_the_others_wrote_meanwhile() {
        var room = new Room("one two");
        var first = room.author();
        var offline = room.author();
        offline.types(7, " three");
        offline.deletes(0, 3);
        for (var letter : List.of("!", "?", ".")) {
            first.types(3, letter);
            first.submits();
            first.catchesUp();
        }
        room.everyoneSees(".?! two three");
    }

    @Test
    void replicas_converge_whatever_the_network_does() {
        RandomEdits.holdFor(2_000, random -> {
            var room = written(random, Rebase::over, Author::receivesNext);
            assertThat(room.hasConverged()).isTrue();
            assertThat(room.hasEachSubmissionOnce()).isTrue();
        });
    }

    @Test
    void they_would_not_converge_if_the_server_mapped_over_compositions() {
        assertThat(diverged(400, ConvergenceTest::composed, Author::receivesNext))
                .isPositive();
    }

    @Test
    void they_would_not_converge_if_editors_received_compositions() {
        assertThat(diverged(400, Rebase::over, Author::receivesComposed)).isPositive();
    }

    private static long diverged(
            int runs, BiFunction<ChangeSet, List<ChangeSet>, ChangeSet> rebase, Consumer<Author> receive) {
        return LongStream.range(0, runs)
                .filter(seed -> !converges(new RandomEdits(seed), rebase, receive))
                .count();
    }

    /** A replica that has gone astray may also get a revision that does not fit its text any more. */
    private static boolean converges(
            RandomEdits random, BiFunction<ChangeSet, List<ChangeSet>, ChangeSet> rebase, Consumer<Author> receive) {
        try {
            return written(random, rebase, receive).hasConverged();
        } catch (RefusedEdit astray) {
            return false;
        }
    }

    private static ChangeSet composed(ChangeSet mine, List<ChangeSet> accepted) {
        return accepted.stream()
                .reduce(ChangeSet::compose)
                .map(all -> mine.map(all, false))
                .orElse(mine);
    }

    /** Three authors type; requests, answers and revisions come late, are lost, and are sent again. */
    private static Room written(
            RandomEdits random, BiFunction<ChangeSet, List<ChangeSet>, ChangeSet> rebase, Consumer<Author> receive) {
        var room = new Room(TEN_DIGITS, rebase);
        for (int i = 0; i < 3; i++) {
            room.author();
        }
        for (int step = 0; step < 80; step++) {
            var author = room.authors.get(random.upTo(2));
            switch (random.upTo(4)) {
                case 0 -> author.edits(random.edit(author.text()));
                case 1 -> sends(author, random);
                case 2 -> arrives(room, random);
                default -> {
                    if (author.isBehind()) {
                        receive.accept(author);
                    }
                }
            }
        }
        room.settle();
        return room;
    }

    /** One request in four is lost; any is sent again while its revision has not come back. */
    private static void sends(Author author, RandomEdits random) {
        var submission = author.submission();
        if (!random.oneIn(4)) {
            submission.ifPresent(author.room().onTheWay::add);
        }
    }

    private static void arrives(Room room, RandomEdits random) {
        if (!room.onTheWay.isEmpty()) {
            room.accept(room.onTheWay.remove(random.upTo(room.onTheWay.size() - 1)));
        }
    }
}
