package app.lookback.command.importing;

import app.lookback.command.address.Slug;
import app.lookback.command.platform.Refusal;
import app.lookback.contract.FileForm;
import app.lookback.contract.FileForm.LineEnd;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A post's file as Hugo stores it: its source, and what has to be put back for the same bytes. A file whose bytes could
 * not be given back exactly is refused.
 */
record HugoFile(String source, FileForm form) {

    private static final int LONGEST_SOURCE = 2_000_000;
    private static final int LONGEST_NAME = 200;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern FRONT_MATTER =
            Pattern.compile("\\A(?:\\+\\+\\+\\n.*?\\n\\+\\+\\+|---\\n.*?\\n---|\\{.*?\\n\\})", Pattern.DOTALL);

    static HugoFile read(byte[] bytes) {
        var text = decoded(bytes);
        boolean marked = text.startsWith(BYTE_ORDER_MARK);
        var content = marked ? text.substring(1) : text;
        var lineEnd = lineEnd(content);
        var source = lineEnd == LineEnd.CRLF ? content.replace("\r\n", "\n") : content;
        if (source.isEmpty()) {
            throw new Unreadable("empty-file", "The file is empty.");
        }
        if (source.length() > LONGEST_SOURCE) {
            throw new TooLong(source.length());
        }
        return new HugoFile(source, new FileForm(marked, lineEnd));
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new Unreadable("not-utf-8", "The file is not UTF-8 text. Save it as UTF-8 and try again.");
        }
    }

    /** What ends the first line ends all of them. */
    private static LineEnd lineEnd(String content) {
        int line = 1;
        LineEnd first = null;
        for (int at = 0; at < content.length(); at++) {
            char unit = content.charAt(at);
            if (unit == '\0') {
                throw new Unreadable("nul", "Line %d has a NUL character, so this is no text.".formatted(line));
            }
            if (unit == '\r' && !content.startsWith("\n", at + 1)) {
                throw Unreadable.loneCarriageReturn(line);
            }
            if (unit == '\n') {
                var end = at > 0 && content.charAt(at - 1) == '\r' ? LineEnd.CRLF : LineEnd.LF;
                first = first == null ? end : first;
                Unreadable.unlessSame(first, end, line++);
            }
        }
        return first == null ? LineEnd.LF : first;
    }

    /** What its owner calls it, on one line: without the folders that it stands in. */
    static String shortName(String fileName) {
        var name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cc}\\p{Cs}]", "")
                .strip();
        return name.isEmpty() ? "a file" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    /** Where Hugo would put it: by its slug, the name of its file, or (as the index of a folder) its title. */
    Slug slug(String fileName) {
        var name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceFirst("(?i)\\.(md|markdown|mdown|txt|html?)$", "");
        boolean named = !name.isBlank() && !name.equalsIgnoreCase("index") && !name.equalsIgnoreCase("_index");
        return Slug.near(
                field("slug")
                        .or(() -> named ? Optional.of(name) : field("title"))
                        .orElse(""),
                "post");
    }

    /** What the front matter says under this name; read leniently, for it becomes nothing but a first address. */
    private Optional<String> field(String name) {
        var block = FRONT_MATTER.matcher(source);
        if (!block.find()) {
            return Optional.empty();
        }
        var line = Pattern.compile("(?mi)^\\s*\"?" + name + "\"?\\s*[:=]\\s*[\"']?(.*?\\S)[\"']?,?\\s*$")
                .matcher(block.group());
        return line.find() ? Optional.of(line.group(1)) : Optional.empty();
    }

    /** The file cannot be given back as it is. */
    static final class Unreadable extends Refusal {
        Unreadable(String code, String sentence) {
            super(Kind.MALFORMED, code, sentence);
        }

        static Unreadable loneCarriageReturn(int line) {
            return new Unreadable(
                    "line-ends",
                    "Line %d has a lone carriage return. Save the file with LF or CRLF line ends.".formatted(line));
        }

        static void unlessSame(LineEnd first, LineEnd end, int line) {
            if (end != first) {
                throw new Unreadable(
                        "line-ends",
                        "Line %d ends with %s, the lines before with %s. Save the file with one kind of line end."
                                .formatted(line, end, first));
            }
        }
    }

    /** The file holds more than a post may. */
    static final class TooLong extends Refusal {
        TooLong(int length) {
            super(
                    Kind.TOO_LARGE,
                    "too-large",
                    "The file has %,d characters; a post holds 2,000,000.".formatted(length));
        }
    }
}
