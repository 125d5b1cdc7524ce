package app.lookback.command.post;

import app.lookback.command.platform.Body;

/** What authors tell readers of an update: 0 to 500 characters on one line. */
final class Note {

    private static final int LONGEST = 500;

    private Note() {}

    static String of(String typed) {
        var text = typed.strip();
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw new Body.Malformed("A note has 500 characters at most.");
        }
        if (text.codePoints().anyMatch(Title::cannotStandInALine)) {
            throw new Body.Malformed("A note has no line breaks, control characters or unpaired surrogates.");
        }
        return text;
    }
}
