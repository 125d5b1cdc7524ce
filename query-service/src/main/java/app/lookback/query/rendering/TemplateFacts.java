package app.lookback.query.rendering;

import app.lookback.query.rendering.ReadTemplates.Read;
import java.util.List;

/**
 * What is to be known of a template before it is called.
 *
 * @param understood whether it is used at all
 * @param encloses whether it shows what a call encloses
 * @param names of the values that it asks for
 * @param places up to which it asks for values without names
 * @param problems what is not understood, or left out of what it writes: sentences with its lines
 */
public record TemplateFacts(
        boolean understood, boolean encloses, List<String> names, int places, List<String> problems) {

    static TemplateFacts of(Read read) {
        var template = read.template();
        if (template != null) {
            var notes = template.notes().stream().map(TemplateFacts::sentence).toList();
            return new TemplateFacts(true, template.encloses(), template.names(), template.places(), notes);
        }
        var refused = read.refused() == null
                ? List.<String>of()
                : List.of(
                        "Line " + read.refused().line() + ": " + read.refused().sentence() + ".");
        return new TemplateFacts(false, false, List.of(), 0, refused);
    }

    private static String sentence(String note) {
        return Character.toUpperCase(note.charAt(0)) + note.substring(1) + ".";
    }
}
