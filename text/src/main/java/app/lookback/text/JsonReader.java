package app.lookback.text;

import app.lookback.text.RefusedEdit.Reason;

/** Reads the JSON form of an edit and nothing else: an array of numbers, and of arrays of a number and lines. */
final class JsonReader {

    private static final char END = '\uffff';
    private static final String ESCAPES = "\"\\/bfnrt";
    private static final String ESCAPED = "\"\\/\b\f\n\r\t";

    private final String json;
    private final int maxParts;
    private final Parts parts = new Parts();
    private int at;
    private int count;

    JsonReader(String json, int maxParts) {
        this.json = json;
        this.maxParts = maxParts;
    }

    ChangeSet read() {
        expect('[', "The edit must be an array of parts");
        if (!accept(']')) {
            do {
                readPart();
            } while (accept(','));
            expect(']', "After a part there must be a comma or the end of the array");
        }
        if (peek() != END || at < json.length()) {
            throw malformed("After the array there must be nothing");
        }
        return parts.build();
    }

    private void readPart() {
        if (++count > maxParts) {
            throw new RefusedEdit(
                    Reason.TOO_LARGE, "The edit has more than " + maxParts + " parts; it must be sent in several.");
        }
        if (accept('[')) {
            readReplacement();
        } else {
            parts.keep(readNumber());
        }
    }

    private void readReplacement() {
        int units = readNumber();
        var text = parts.inserted();
        int before = text.length();
        for (int lines = 0; accept(','); lines++) {
            if (lines > 0) {
                text.append('\n');
            }
            readLine(text);
        }
        expect(']', "After a number or a line there must be a comma or the end of the part");
        parts.replaceByWritten(units, before);
    }

    private int readNumber() {
        char first = peek();
        if (first < '0' || first > '9') {
            throw malformed("Here must stand a whole number, not negative");
        }
        int start = at;
        long number = 0;
        while (at < json.length() && json.charAt(at) >= '0' && json.charAt(at) <= '9') {
            number = Math.min(number * 10 + json.charAt(at++) - '0', 1L << 32);
        }
        if (first == '0' && at > start + 1) {
            throw malformed("A number must not begin with a zero");
        }
        if (number > Integer.MAX_VALUE) {
            throw new RefusedEdit(Reason.OUTSIDE_TEXT, "A part of the edit is longer than any text can be.");
        }
        return (int) number;
    }

    private void readLine(StringBuilder text) {
        expect('"', "Here must stand a line of text in quotation marks");
        for (char unit = takeRun(text); unit != '"'; unit = takeRun(text)) {
            if (unit < ' ') {
                throw malformed("A line must not hold control characters unless they are escaped");
            }
            unit = unit == '\\' ? readEscape() : unit;
            if (Character.isLowSurrogate(unit)) {
                throw Wellformed.halfPair();
            }
            text.append(unit);
            if (Character.isHighSurrogate(unit)) {
                text.append(readLowSurrogate());
            }
        }
    }

    /** Takes over all that stands for itself at once, and takes the unit after it. */
    private char takeRun(StringBuilder text) {
        int start = at;
        while (at < json.length() && isPlain(json.charAt(at))) {
            at++;
        }
        text.append(json, start, at);
        return take();
    }

    private static boolean isPlain(char unit) {
        return unit >= ' ' && unit != '"' && unit != '\\' && !Character.isSurrogate(unit);
    }

    private char readLowSurrogate() {
        char unit = take();
        unit = unit == '\\' ? readEscape() : unit;
        if (!Character.isLowSurrogate(unit)) {
            throw Wellformed.halfPair();
        }
        return unit;
    }

    private char readEscape() {
        char letter = take();
        int index = ESCAPES.indexOf(letter);
        if (index < 0 && letter != 'u') {
            throw malformed("There is no such escape");
        }
        char unit = index < 0 ? readHexadecimal() : ESCAPED.charAt(index);
        if (unit == '\n' || unit == '\r') {
            throw malformed("A line must not hold a line end; each line of an inserted text is a string of its own");
        }
        return unit;
    }

    private char readHexadecimal() {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            char letter = take();
            int digit = letter < 128 ? Character.digit(letter, 16) : -1;
            if (digit < 0) {
                throw malformed("An escape by number needs four hexadecimal digits");
            }
            unit = unit * 16 + digit;
        }
        return (char) unit;
    }

    private char take() {
        if (at == json.length()) {
            throw malformed("A line is not closed");
        }
        return json.charAt(at++);
    }

    private void expect(char sign, String otherwise) {
        if (!accept(sign)) {
            throw malformed(otherwise);
        }
    }

    private boolean accept(char sign) {
        if (peek() != sign) {
            return false;
        }
        at++;
        return true;
    }

    /** The next character that is not white space. */
    private char peek() {
        while (at < json.length() && " \t\n\r".indexOf(json.charAt(at)) >= 0) {
            at++;
        }
        return at < json.length() ? json.charAt(at) : END;
    }

    private RefusedEdit malformed(String what) {
        return new RefusedEdit(Reason.MALFORMED, what + " (character " + (at + 1) + " of the changes).");
    }
}
