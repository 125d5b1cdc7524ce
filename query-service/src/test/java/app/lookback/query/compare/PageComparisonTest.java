package app.lookback.query.compare;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import app.lookback.query.compare.PageComparison.Kind;
import app.lookback.query.compare.PageComparison.Part;
import app.lookback.query.rendering.Renderer;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageComparisonTest {

    private static final Renderer RENDERER = new Renderer();
    private static final String DELETED = "<del><span class=\"visually-hidden\">deleted: </span>";
    private static final String INSERTED = "<ins><span class=\"visually-hidden\">inserted: </span>";

    @Test
    void a_changed_word_is_marked_within_its_paragraph_in_words_too() {
        assertThat(html("Spring is *warm* here.", "Spring is *cold* here."))
                .isEqualTo("<p>Spring is <em>" + DELETED + "warm</del>" + INSERTED + "cold</ins></em> here.</p>\n");
    }

    @Test
    void a_list_that_is_built_differently_is_shown_before_and_after() {
        var parts = parts("- one thing\n- another thing\n", "- one thing\n- another thing\n- a third thing\n");

        assertThat(parts).extracting(Part::kind).containsExactly(Kind.DELETED, Kind.INSERTED);
    }

    @Test
    void a_word_that_became_a_link_is_shown_before_and_after() {
        var parts = parts("Look at this page.", "Look at [this](https://example.org) page.");

        assertThat(parts).extracting(Part::kind).containsExactly(Kind.DELETED, Kind.INSERTED);
    }

    @Test
    void a_heading_whose_id_follows_its_words_is_one_heading() {
        assertThat(html("# The first track\n", "# The second track\n"))
                .isEqualTo("<h1 id=\"the-second-track\">The " + DELETED + "first</del>" + INSERTED
                        + "second</ins> track</h1>\n");
    }

    @Test
    void a_moved_block_is_marked_at_both_places() {
        var one = "The first paragraph says this.\n\n";
        var two = "The second says something else.\n\n";
        var three = "And here is the third of them.\n\n";

        var parts = parts(one + two + three, three + one + two);

        assertThat(parts).filteredOn(part -> part.moved() != null).hasSize(2);
        assertThat(parts.get(0).html()).contains("moved to here: ");
        assertThat(parts.get(3).html()).contains("moved from here: ");
    }

    @Test
    void a_block_that_came_stands_before_what_follows_it() {
        var parts = parts("One stays as it is.\n\nTwo stays too.", "One stays as it is.\n\nNew.\n\nTwo stays too.");

        assertThat(parts).extracting(Part::kind).containsExactly(Kind.SAME, Kind.INSERTED, Kind.SAME);
        assertThat(parts.get(1).html()).isEqualTo(INSERTED + "<p>New.</p>\n</ins>");
    }

    @Test
    void nothing_that_a_source_says_gets_past_the_sanitizer() {
        var html = html(
                "<script>alert(1)</script> one [a](javascript:alert) <img src=x onerror=alert(1)>",
                "<script>alert(2)</script> two [a](javascript:alert) <img src=x onerror=alert(2)>");

        assertThat(html).doesNotContain("<script", "<img", "href=\"javascript");
    }

    private static List<Part> parts(String old, String now) {
        return PageComparison.of(old, now, RENDERER);
    }

    private static String html(String old, String now) {
        return parts(old, now).stream().map(Part::html).collect(joining());
    }
}
