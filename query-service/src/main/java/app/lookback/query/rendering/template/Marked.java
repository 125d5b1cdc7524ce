package app.lookback.query.rendering.template;

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

    static boolean isHtml(Object value) {
        return value instanceof Marked marked && marked.kind() == Kind.HTML;
    }
}
