package app.lookback.command.post;

import app.lookback.command.platform.Body;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The title of a new post: 1 to 200 characters on one line. */
record Title(String text) {

    private static final int LONGEST = 200;

    static Title of(String typed) {
        var text = typed.strip();
        int length = text.codePointCount(0, text.length());
        if (length < 1 || length > LONGEST) {
            throw new Body.Malformed("A title has 1 to 200 characters.");
        }
        if (text.codePoints().anyMatch(Title::cannotStandInALine)) {
            throw new Body.Malformed("A title has no line breaks, control characters or unpaired surrogates.");
        }
        return new Title(text);
    }

    static boolean cannotStandInALine(int character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
    }

    /** Where a new post begins: its front matter in TOML, and an empty line to write on. */
    String frontMatter(Instant now) {
        var quoted = text.replace("\\", "\\\\").replace("\"", "\\\"");
        return "+++\ntitle = \"" + quoted + "\"\ndate = " + LocalDate.ofInstant(now, ZoneOffset.UTC) + "\n+++\n\n";
    }
}
