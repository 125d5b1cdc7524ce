package app.lookback.command.site;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * As what a file is served: by an allow-list of names, and only where its first bytes agree. What could run in a reader's browser is plain
 * text, what is unknown is a download.
 */
final class FileType {

    private static final String UNKNOWN = "application/octet-stream";
    private static final String TEXT = "text/plain";

    private static final Map<String, String> BY_NAME = Map.ofEntries(
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("webp", "image/webp"),
            Map.entry("avif", "image/avif"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("css", "text/css"),
            Map.entry("js", "text/javascript"),
            Map.entry("json", "application/json"),
            Map.entry("woff", "font/woff"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("ttf", "font/ttf"),
            Map.entry("otf", "font/otf"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("ogg", "audio/ogg"),
            Map.entry("m4a", "audio/mp4"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("webm", "video/webm"),
            Map.entry("vtt", "text/vtt"),
            Map.entry("zip", "application/zip"),
            Map.entry("epub", "application/epub+zip"));

    /** What begins a file of this type, each at its offset; types that are not here begin in any way. */
    private static final Map<String, List<Mark>> MARKS = Map.of(
            "image/png", List.of(new Mark(1, "PNG")),
            "image/jpeg", List.of(new Mark(0, "\u00ff\u00d8\u00ff")),
            "image/gif", List.of(new Mark(0, "GIF8")),
            "image/webp", List.of(new Mark(8, "WEBP")),
            "image/avif", List.of(new Mark(4, "ftyp")),
            "font/woff", List.of(new Mark(0, "wOFF")),
            "font/woff2", List.of(new Mark(0, "wOF2")),
            "application/pdf", List.of(new Mark(0, "%PDF")),
            "application/zip", List.of(new Mark(0, "PK")),
            "application/epub+zip", List.of(new Mark(0, "PK")));

    private record Mark(int offset, String bytes) {
        boolean isIn(byte[] file) {
            var wanted = bytes.getBytes(StandardCharsets.ISO_8859_1);
            int end = offset + wanted.length;
            return file.length >= end && Arrays.equals(file, offset, end, wanted, 0, wanted.length);
        }
    }

    private FileType() {}

    static String of(String path, byte[] bytes) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        var extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        var type = BY_NAME.get(extension);
        if (type == null) {
            return isText(bytes) ? TEXT : UNKNOWN;
        }
        var marks = MARKS.getOrDefault(type, List.of());
        return marks.isEmpty() || marks.stream().anyMatch(mark -> mark.isIn(bytes)) ? type : UNKNOWN;
    }

    private static boolean isText(byte[] bytes) {
        for (byte one : bytes) {
            if (one == 0) {
                return false;
            }
        }
        return true;
    }
}
