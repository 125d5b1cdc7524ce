package app.lookback.text;

import java.util.StringJoiner;

/** Writes an edit so that a person sees at a glance what it does; blanks and newlines inserted show as signs. */
final class Notation {

    private Notation() {}

    static String of(ChangeSet edit) {
        var parts = new StringJoiner(" ");
        for (var part = new Cursor(edit); !part.done(); part.next()) {
            parts.add(part.keeps() ? "" + part.length : change(part, edit.inserted()));
        }
        return parts.toString();
    }

    private static String change(Cursor part, String inserted) {
        var text = inserted.substring(part.text(), part.text() + part.insert);
        return (part.length > 0 ? "-" + part.length : "") + (text.isEmpty() ? "" : "+" + visible(text));
    }

    private static String visible(String text) {
        return text.replace(' ', '␣').replace('\n', '⏎');
    }
}
