package app.lookback.query.rendering;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes the shortcodes out of a body before its Markdown is read, as Hugo does, also out of code. */
final class Preparation {

    /** Shortcodes beyond these stay as they are written. */
    private static final int BOUND = 5_000;

    private final String body;
    private final String mark;
    private final Function<Shortcode, @Nullable Inserted> asMarkdown;
    private final List<ShortcodeTag> tags;
    private final int[] closings;
    private final LineTable lines;
    private final List<Shortcode> shortcodes = new ArrayList<>();
    private final boolean maths;
    private final int divider;
    private int ordinal;

    /** Markdown in the place of a shortcode, in which others may stand as words of {@code of}. */
    record Inserted(String text, @Nullable Prepared of) {}

    private Preparation(String body, int firstLine, boolean maths, Function<Shortcode, @Nullable Inserted> asMarkdown) {
        this.maths = maths;
        this.body = body;
        this.mark = unusedMark(body);
        this.asMarkdown = asMarkdown;
        this.tags = tags(body);
        this.closings = closings(tags);
        this.lines = new LineTable(firstLine);
        this.divider = body.indexOf(Summary.DIVIDER);
    }

    /** {@code asMarkdown} yields what a shortcode puts into the Markdown itself, or null if it becomes a word. */
    static Prepared of(String body, int firstLine, boolean maths, Function<Shortcode, @Nullable Inserted> asMarkdown) {
        return new Preparation(body, firstLine, maths, asMarkdown).prepared();
    }

    private static String unusedMark(String body) {
        var number = 0;
        while (body.contains("shortcode" + number + "x")) {
            number++;
        }
        return "shortcode" + number + "x";
    }

    private static List<ShortcodeTag> tags(String body) {
        var tags = new ArrayList<ShortcodeTag>();
        var at = body.indexOf("{{");
        while (at >= 0 && at + 3 < body.length() && tags.size() < BOUND) {
            var tag = ShortcodeTag.at(body, at);
            if (tag != null) {
                tags.add(tag);
            }
            at = body.indexOf("{{", tag == null ? at + 1 : tag.end());
        }
        return tags;
    }

    /** For each tag the one that closes it, or itself. */
    private static int[] closings(List<ShortcodeTag> tags) {
        var closings = new int[tags.size()];
        Map<String, Deque<Integer>> open = new HashMap<>();
        for (var index = 0; index < closings.length; index++) {
            var tag = tags.get(index);
            closings[index] = index;
            var sameName = open.computeIfAbsent(tag.name(), name -> new ArrayDeque<>());
            if (!tag.closing()) {
                sameName.push(index);
            } else if (!sameName.isEmpty()) {
                closings[sameName.pop()] = index;
            }
        }
        return closings;
    }

    private Prepared prepared() {
        var from = 0;
        for (var index = 0; index < closings.length; index = closings[index] + 1) {
            var end = tags.get(closings[index]).end();
            copy(from, tags.get(index).start());
            replace(tags.get(index), tags.get(closings[index]));
            lines.skipped(body.substring(tags.get(index).start(), end));
            from = end;
        }
        copy(from, body.length());
        return lines.prepared(mark, shortcodes);
    }

    private void copy(int from, int to) {
        if (divider < from || divider >= to) {
            write(body.substring(from, to));
            return;
        }
        write(body.substring(from, divider));
        lines.inserted("\n\n" + word(Shortcode.NOTHING) + "\n\n");
        write(body.substring(divider + Summary.DIVIDER.length(), to));
    }

    private void write(String text) {
        var from = 0;
        for (var formula : maths ? Formula.in(text) : List.<Formula>of()) {
            var source = text.substring(formula.start(), formula.end());
            lines.copied(text.substring(from, formula.start()));
            lines.inserted(word(formula.shortcode(source)));
            lines.skipped(source);
            from = formula.end();
        }
        lines.copied(text.substring(from));
    }

    private void replace(ShortcodeTag first, ShortcodeTag last) {
        if (first.escaped()) {
            lines.inserted(first.name());
            return;
        }
        var inner = first == last ? null : body.substring(first.end(), last.start());
        var source = body.substring(first.start(), last.end());
        var shortcode = new Shortcode(
                first.name(),
                first.markdown(),
                first.positional(),
                first.named(),
                first.bare(),
                ordinal++,
                inner,
                source);
        var markdown = first.markdown() ? asMarkdown.apply(shortcode) : null;
        lines.inserted(markdown == null ? word(shortcode) : indented(text(markdown), first, inner));
    }

    private String text(Inserted inserted) {
        return inserted.of() == null ? inserted.text() : inserted.of().replaced(inserted.text(), this::word);
    }

    /** What encloses nothing stands as deep in its list as its first line, as in Hugo. */
    private String indented(String text, ShortcodeTag tag, @Nullable String inner) {
        var line = body.substring(body.lastIndexOf('\n', tag.start()) + 1, tag.start());
        return inner == null && line.isBlank() ? text.replace("\n", "\n" + line) : text;
    }

    private String word(Shortcode shortcode) {
        shortcodes.add(shortcode);
        return mark + (shortcodes.size() - 1) + Prepared.CLOSE;
    }
}
