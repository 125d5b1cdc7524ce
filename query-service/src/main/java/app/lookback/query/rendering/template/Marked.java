package app.lookback.query.rendering.template;

import org.jspecify.annotations.Nullable;

/** Text of which a template says that it is more than text. */
record Marked(Kind kind, String text) {

    enum Kind {
        HTML,
        ADDRESS,
        ATTRIBUTE,

        /** Styles and scripts, which no page has from here. */
        OTHER
    }

    static Marked html(String text) {
        return new Marked(Kind.HTML, text);
    }

    static boolean is(@Nullable Object value, Kind kind) {
        return value instanceof Marked marked && marked.kind() == kind;
    }
}
