package app.lookback.contract;

import java.nio.charset.StandardCharsets;

/** How a post's file differs from its source, which always joins lines by one newline and has no byte order mark. */
public record FileForm(boolean byteOrderMark, LineEnd lineEnd) {

    /** What ends each line of the file. */
    public enum LineEnd {
        LF,
        CRLF
    }

    public static final FileForm PLAIN = new FileForm(false, LineEnd.LF);

    /** The file whose source this is. */
    public byte[] file(String source) {
        var lines = lineEnd == LineEnd.CRLF ? source.replace("\n", "\r\n") : source;
        return ((byteOrderMark ? "\uFEFF" : "") + lines).getBytes(StandardCharsets.UTF_8);
    }
}
