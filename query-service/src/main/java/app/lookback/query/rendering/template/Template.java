package app.lookback.query.rendering.template;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The template of a shortcode, read once; threads may share it. */
public final class Template {

    /** The longest template that is read, in bytes of UTF-8. */
    public static final int BOUND = 65_536;

    /** The sanitizer takes them out of every page. */
    private static final Pattern LEFT_OUT = Pattern.compile(
            "<(script|style|iframe|object|embed|form|button|select|textarea|svg|link|meta)\\b|\\s(on[a-z]+|style)\\s*=\\s*[\"']",
            Pattern.CASE_INSENSITIVE);

    private static final int MOST_NOTES = 10;

    private final List<Node> nodes;
    private final Known known;
    private final List<String> notes;

    private Template(List<Node> nodes, Known known, List<String> notes) {
        this.nodes = nodes;
        this.known = known;
        this.notes = List.copyOf(notes);
    }

    /** @throws NotUnderstood naming the first line that is not */
    public static Template read(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > BOUND) {
            throw new NotUnderstood(1, "it is longer than 64 kB");
        }
        var whole = text.startsWith("\uFEFF") ? text.substring(1) : text;
        var reader = new Reader(whole);
        var nodes = reader.whole();
        return new Template(nodes, reader.known(), leftOut(whole));
    }

    /** @throws NotUnderstood where this call asks for what the template cannot do */
    public String html(Call call, Budget budget) {
        try {
            return new Run(call, budget).of(nodes);
        } catch (NotUnderstood refused) {
            throw refused.at(1);
        }
    }

    /** Whether it shows what a call encloses. */
    public boolean encloses() {
        return known.asked().contains("Inner");
    }

    /** Of the values that it asks for. */
    public List<String> names() {
        return known.names();
    }

    /** Up to which place it asks for values without names. */
    public int places() {
        return known.places();
    }

    /** What it writes and no page has from here: sentences without their full stops. */
    public List<String> notes() {
        return notes;
    }

    private static List<String> leftOut(String text) {
        var notes = new ArrayList<String>();
        var found = LEFT_OUT.matcher(text);
        while (found.find() && notes.size() < MOST_NOTES) {
            var line = 1
                    + text.substring(0, found.start())
                            .chars()
                            .filter(unit -> unit == '\n')
                            .count();
            var what = found.group(1) != null ? "<" + found.group(1) + ">" : "the attribute " + found.group(2);
            notes.add("line " + line + ": " + what + " is left out of pages");
        }
        return notes;
    }
}
