package app.lookback.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What CodeMirror makes of random edits; web-ui/scripts/vectors.mjs wrote it, and Vitest reads it too. */
class VectorsTest {

    private static final Map<String, MapMode> MODES = Map.of(
            "Simple", MapMode.SIMPLE,
            "TrackDel", MapMode.TRACK_DELETION,
            "TrackBefore", MapMode.TRACK_BEFORE,
            "TrackAfter", MapMode.TRACK_AFTER);

    @Test
    void the_algebra_agrees_with_codemirror() throws IOException {
        int checked = 0;
        for (var vector : vectors()) {
            agrees(vector);
            checked++;
        }
        assertThat(checked).isGreaterThanOrEqualTo(1000);
    }

    private static JsonNode vectors() throws IOException {
        try (InputStream file = VectorsTest.class.getResourceAsStream("/vectors.json")) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(file)).get("vectors");
        }
    }

    private static void agrees(JsonNode vector) {
        var text = vector.get("text").asString();
        var a = edit(vector, "a");
        var b = edit(vector, "b");
        a.check(text);
        assertThat(a.apply(text))
                .as(vector.toString())
                .isEqualTo(vector.get("a applied").asString());
        writes(vector, "a, c", a.compose(edit(vector, "c")));
        writes(vector, "a over b", a.map(b, false));
        writes(vector, "a before b", a.map(b, true));
        writes(vector, "a inverted", a.invert(text));
        vector.get("positions").forEach(position -> agrees(a, position));
    }

    private static ChangeSet edit(JsonNode vector, String name) {
        var edit = ChangeSet.parse(vector.get(name).toString());
        writes(vector, name, edit);
        return edit;
    }

    private static void writes(JsonNode vector, String name, ChangeSet edit) {
        assertThat(edit.toJson())
                .as("%s of %s", name, vector)
                .isEqualTo(vector.get(name).toString());
    }

    private static void agrees(ChangeSet edit, JsonNode position) {
        int at = position.get(0).asInt();
        int assoc = position.get(1).asInt();
        var mode = Objects.requireNonNull(MODES.get(position.get(2).asString()));
        int expected = position.get(3).isNull() ? -1 : position.get(3).asInt();
        assertThat(edit.mapPosition(at, assoc, mode))
                .as("%s in %s", position, edit)
                .isEqualTo(expected);
    }
}
