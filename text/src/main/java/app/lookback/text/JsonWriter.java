package app.lookback.text;

/** Writes an edit as JSON.stringify writes CodeMirror's ChangeSet, to the letter. */
final class JsonWriter {

    private static final String ESCAPED = "\"\\\b\f\t";
    private static final String ESCAPES = "\"\\bft";

    private JsonWriter() {}

    static String write(ChangeSet edit) {
        var json = new StringBuilder(edit.inserted().length() + 8 * edit.parts() + 2);
        char separator = '[';
        for (var part = new Cursor(edit); !part.done(); part.next()) {
            json.append(separator);
            separator = ',';
            if (part.keeps()) {
                json.append(part.length);
            } else {
                json.append('[').append(part.length);
                writeLines(edit.inserted(), part, json);
                json.append(']');
            }
        }
        return (separator == '[' ? json.append('[') : json).append(']').toString();
    }

    private static void writeLines(String text, Cursor part, StringBuilder json) {
        if (part.insert == 0) {
            return;
        }
        json.append(",\"");
        int run = part.text();
        int end = run + part.insert;
        for (int i = run; i < end; i++) {
            if (needsEscape(text.charAt(i))) {
                json.append(text, run, i);
                writeUnit(text.charAt(i), json);
                run = i + 1;
            }
        }
        json.append(text, run, end).append('"');
    }

    private static boolean needsEscape(char unit) {
        return unit < ' ' || unit == '"' || unit == '\\';
    }

    private static void writeUnit(char unit, StringBuilder json) {
        int escape = ESCAPED.indexOf(unit);
        if (unit == '\n') {
            json.append("\",\"");
        } else if (escape >= 0) {
            json.append('\\').append(ESCAPES.charAt(escape));
        } else {
            json.append("\\u00").append(unit >> 4).append(Character.forDigit(unit & 15, 16));
        }
    }
}
