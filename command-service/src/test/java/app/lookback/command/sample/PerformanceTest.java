package app.lookback.command.sample;

import static org.assertj.core.api.Assertions.assertThat;

import app.lookback.command.manuscript.EditSource;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import app.lookback.text.ChangeSet;
import app.lookback.text.Rebase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PerformanceTest {

    private static final PostId POST = new PostId("abcdefghijklmnop");
    private static final PersonId ADA = new PersonId("00000000-0000-4000-8000-00000000000a");
    private static final PersonId BEN = new PersonId("00000000-0000-4000-8000-00000000000b");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    @Test
    void words_are_typed_one_by_one_and_second_thoughts_too() {
        assertThat(text(play("session 1 10:00\na writes one two three\na rethinks 2\na writes more\n")))
                .isEqualTo("one more");
        assertThat(play("session 1 10:00\na writes one two\n")).hasSize(2);
    }

    @Test
    void what_happens_together_is_sent_on_the_same_revision() {
        var edits = play("session 1 10:00\na writes x y\nb goes end\na goes before x\na writes A B\n+ b writes C D\n");
        assertThat(edits).extracting(EditSource::base).containsExactly(0L, 1L, 2L, 2L, 4L, 4L);
        assertThat(text(edits)).isEqualTo("A Bx y C D");
    }

    @Test
    void each_edit_comes_after_the_one_before_and_none_today() {
        var edits = sample();
        assertThat(edits)
                .extracting(EditSource::at)
                .isSorted()
                .last()
                .satisfies(last -> assertThat(last).isBefore(Instant.parse("2026-11-22T00:00:00Z")));
        assertThat(edits.get(0).at()).isAfter(Instant.parse("2026-11-14T19:40:00Z"));
    }

    @Test
    void the_sample_has_a_history_worth_replaying() {
        assertThat(sample()).hasSizeBetween(300, 900);
        assertThat(sample()).filteredOn(edit -> edit.author().equals(BEN)).hasSizeGreaterThan(100);
        assertThat(sample().stream()
                        .filter(edit ->
                                edit.changes().newLength() < edit.changes().length()))
                .hasSizeGreaterThan(20);
    }

    @Test
    void the_sample_reads_as_its_authors_left_it() throws IOException {
        assertThat(text(sample())).isEqualTo(Files.readString(Path.of("src/test/resources/sample/sherlock-jr.md")));
    }

    private static List<EditSource> sample() {
        var script = Script.named("/sample/sherlock-jr.txt")
                .with("{image}", "/images/sherlock-jr.png")
                .with("{date}", "2026-11-14");
        return Performance.of(script, POST, Map.of("you", ADA, "mio", BEN), TODAY);
    }

    private static List<EditSource> play(String script) {
        return Performance.of(Script.parse(script), POST, Map.of("a", ADA, "b", BEN), TODAY);
    }

    /** What the manuscript makes of the edits. */
    private static String text(List<EditSource> edits) {
        var text = "";
        var accepted = new ArrayList<ChangeSet>();
        for (var edit : edits) {
            var changes = Rebase.over(edit.changes(), accepted.subList((int) edit.base(), accepted.size()));
            text = changes.apply(text);
            accepted.add(changes);
        }
        return text;
    }
}
