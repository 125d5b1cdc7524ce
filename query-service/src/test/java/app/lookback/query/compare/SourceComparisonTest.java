package app.lookback.query.compare;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import app.lookback.query.compare.Piece.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SourceComparisonTest {

    @Test
    void a_changed_word_is_marked_and_not_its_line() {
        assertThat(shown("Spring is warm.\nSummer is hot.\n", "Spring is cold.\nSummer is hot.\n"))
                .isEqualTo("1:1 Spring is [-warm-][+cold+].\n| 2:2 Summer is hot.\n");
    }

    @Test
    void japanese_is_compared_by_words_without_spaces() {
        assertThat(shown("流れゆく季節を見た。\n", "流れゆく時間を見た。\n")).isEqualTo("1:1 流れゆく[-季節-][+時間+]を見た。\n");
    }

    @Test
    void lines_that_came_and_went_have_the_number_of_their_side() {
        assertThat(shown("a one\nb two\n", "a one\nnew\nb two\n"))
                .isEqualTo("1:1 a one\n| null:2 [+new\n+]| 2:3 b two\n");
        assertThat(shown("", "all\n")).isEqualTo("null:1 [+all\n+]");
        assertThat(shown("all\n", "")).isEqualTo("1:null [-all\n-]");
        assertThat(SourceComparison.of("same", "same").hunks()).hasSize(1);
        assertThat(SourceComparison.of("", "").hunks()).isEmpty();
    }

    @Test
    void two_changes_with_only_a_space_between_them_are_one() {
        assertThat(shown("We saw the red house there.\n", "We saw the blue barn there.\n"))
                .isEqualTo("1:1 We saw the [-red house-][+blue barn+] there.\n");
    }

    @Test
    void what_has_hardly_a_word_in_common_is_shown_one_after_the_other() {
        assertThat(shown("It was a dark and stormy night.\n", "Colourless green ideas sleep, a dream.\n"))
                .isEqualTo("1:1 [-It was a dark and stormy night.\n-][+Colourless green ideas sleep, a dream.\n+]");
    }

    @Test
    void a_moved_paragraph_is_marked_at_both_places_and_counts_as_no_new_words() {
        var one = "The first paragraph says this.\n\n";
        var two = "The second says something else.\n\n";
        var three = "And here is the third of them.\n\n";

        var compared = SourceComparison.of(one + two + three, three + one + two);

        assertThat(compared.hunks().stream().filter(hunk -> hunk.moved() != null))
                .hasSize(2)
                .allSatisfy(hunk -> assertThat(hunk.moved()).isEqualTo(1));
        assertThat(compared.inserted()).isZero();
        assertThat(compared.deleted()).isZero();
    }

    @Test
    void words_are_counted() {
        var compared = SourceComparison.of("one two three\n", "one 2 three, four\n");

        assertThat(compared.inserted()).isEqualTo(2);
        assertThat(compared.deleted()).isEqualTo(1);
    }

    /** Law: the old source is what is same or deleted, the new one what is same or inserted. */
    @Test
    void both_sources_can_be_read_from_it() {
        for (long seed = 1; seed <= 300; seed++) {
            var random = new Random(seed);
            var old = text(random);
            var now = random.nextInt(4) == 0 ? text(random) : changed(old, random);

            var compared = SourceComparison.of(old, now);

            assertThat(without(compared, Kind.INSERTED)).as("seed " + seed).isEqualTo(old);
            assertThat(without(compared, Kind.DELETED)).as("seed " + seed).isEqualTo(now);
        }
    }

    @Test
    void hostile_texts_are_compared_in_bounded_time() {
        var random = new Random(1);
        var ab =
                random.ints(100_000, 0, 2).mapToObj(i -> i == 0 ? "a\n" : "b\n").collect(joining());
        var ba =
                random.ints(100_000, 0, 2).mapToObj(i -> i == 0 ? "a\n" : "b\n").collect(joining());
        var words = random.ints(60_000, 0, 9).mapToObj(i -> i + " ").collect(joining());
        var others = random.ints(60_000, 0, 9).mapToObj(i -> i + " ").collect(joining());

        var began = Instant.now();
        SourceComparison.of(ab, ba);
        SourceComparison.of(words, others);
        SourceComparison.of("\n".repeat(500_000), "\n".repeat(300_000) + "x" + "\n".repeat(100_000));

        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    private static String shown(String old, String now) {
        return SourceComparison.of(old, now).hunks().stream()
                .map(hunk -> hunk.old() + ":" + hunk.now() + " "
                        + hunk.pieces().stream()
                                .map(SourceComparisonTest::shown)
                                .collect(joining()))
                .collect(joining("| "));
    }

    private static String shown(Piece piece) {
        return switch (piece.kind()) {
            case SAME -> piece.text();
            case DELETED -> "[-" + piece.text() + "-]";
            case INSERTED -> "[+" + piece.text() + "+]";
        };
    }

    private static String without(SourceComparison compared, Kind kind) {
        return compared.hunks().stream()
                .flatMap(hunk -> hunk.pieces().stream())
                .filter(piece -> piece.kind() != kind)
                .map(Piece::text)
                .collect(joining());
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(60), 0, 7)
                .mapToObj(i -> new String[] {"spring ", "季節", "\n", "\n\n", "A longer line of words.\n", "x", " "}[i])
                .collect(joining());
    }

    private static String changed(String text, Random random) {
        var changed = new StringBuilder(text);
        for (int i = random.nextInt(5); i > 0; i--) {
            int at = random.nextInt(changed.length() + 1);
            changed.replace(at, Math.min(changed.length(), at + random.nextInt(9)), random.nextBoolean() ? "" : "new ");
        }
        return changed.toString();
    }
}
