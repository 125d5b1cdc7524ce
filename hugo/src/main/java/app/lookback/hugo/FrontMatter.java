package app.lookback.hugo;

import app.lookback.hugo.Head.Syntax;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a source says about itself before its body begins. A source is never refused: what cannot be read is told in
 * {@code problem}, and the body stands all the same.
 *
 * @param date ISO 8601 as written: a day, or a time with its offset (UTC where none was given)
 * @param aliases addresses at which readers found it before, as written
 * @param bodyOffset of the first UTF-16 unit of the body
 * @param problem a sentence for the author, with the line counted from 1
 * @param names what else may be names in a taxonomy: texts and lists of texts, by their lower-case keys
 * @param params the plain values, by their lower-case keys, those of the table {@code params} included
 */
public record FrontMatter(
        @Nullable String title,
        @Nullable String date,
        List<String> tags,
        List<String> categories,
        List<String> series,
        List<String> aliases,
        boolean draft,
        @Nullable String slug,
        @Nullable String summary,
        int bodyOffset,
        @Nullable String problem,
        Map<String, List<String>> names,
        Map<String, String> params) {

    /** What a post is called that does not say. */
    public static final String UNTITLED = "Untitled";

    /** The longest front matter that is read, in UTF-16 units. */
    public static final int BOUND = 100_000;

    public FrontMatter {
        tags = List.copyOf(tags);
        categories = List.copyOf(categories);
        series = List.copyOf(series);
        aliases = List.copyOf(aliases);
        names = Map.copyOf(names);
        params = Map.copyOf(params);
    }

    public static FrontMatter read(String source) {
        var head = Head.of(source);
        if (head.syntax() == Syntax.NONE) {
            return unread(head.bodyOffset(), head.problem());
        }
        if (head.end() - head.start() > BOUND) {
            return unread(head.bodyOffset(), "The front matter is longer than %,d characters.".formatted(BOUND));
        }
        return Values.read(source, head);
    }

    /** What is read all the same but should be written otherwise: sentences for the authors, with their lines. */
    public static List<String> slips(String source) {
        var head = Head.of(source);
        return head.syntax() == Syntax.NONE || head.end() - head.start() > BOUND ? List.of() : Slips.in(source, head);
    }

    /** The title, or what stands for it. */
    public String heading() {
        return title == null ? UNTITLED : title;
    }

    static FrontMatter unread(int bodyOffset, @Nullable String problem) {
        return new FrontMatter(
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                null,
                null,
                bodyOffset,
                problem,
                Map.of(),
                Map.of());
    }
}
