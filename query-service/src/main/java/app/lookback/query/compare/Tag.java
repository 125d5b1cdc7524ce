package app.lookback.query.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A piece of HTML that is compared as one: a tag, or a word of text.
 *
 * @param key what has to be equal for two to be the same
 */
record Tag(String html, String key, Role role) {

    enum Role {
        WORD,
        /** A picture or a box: it is seen, as a word is. */
        THING,
        /** Part of a run of text, as {@code em}. */
        INLINE,
        /** All other tags: they say how the page is built. */
        STRUCTURE
    }

    private static final Pattern TOKEN =
            Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*+>|<[^>]*+>|&[#\\w]{1,30};|[^<&]++|[<&]");
    private static final Set<String> THINGS = Set.of("img", "input", "br", "hr", "wbr");
    private static final Set<String> INLINES = Set.of(
            "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd",
            "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var");

    static List<Tag> of(String html) {
        var tags = new ArrayList<Tag>();
        var token = TOKEN.matcher(html);
        while (token.find()) {
            var piece = token.group();
            var name = token.group(2);
            if (name != null) {
                tags.add(tag(piece, token.group(1), name.toLowerCase(Locale.ROOT)));
            } else if (piece.startsWith("<")) {
                tags.add(new Tag(piece, piece, Role.STRUCTURE));
            } else {
                Words.of(piece).forEach(word -> tags.add(new Tag(word, word, Role.WORD)));
            }
        }
        return tags;
    }

    private static Tag tag(String html, String slash, String name) {
        if (THINGS.contains(name)) {
            return new Tag(html, html, Role.THING);
        }
        return INLINES.contains(name)
                ? new Tag(html, html, Role.INLINE)
                : new Tag(html, "<" + slash + name, Role.STRUCTURE);
    }

    boolean isSeen() {
        return role == Role.WORD || role == Role.THING;
    }
}
