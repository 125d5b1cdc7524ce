package app.lookback.query.draft;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One of the site's images as a source shows or names it, and what is said there instead of it; empty for nothing. */
public record Picture(String path, String alt) {

    private static final int MOST = 2_000;
    private static final int REACH = 2_000;
    private static final int LONGEST_ALT = 300;
    private static final String FOLDER = "/images/";
    private static final Pattern NAME = Pattern.compile("(?:[\\p{L}\\p{M}\\p{N}._-]|%[0-9A-Fa-f]{2}){1,200}+");
    private static final Pattern ALT = Pattern.compile("\\salt\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.){0,500})\"|`([^`]*)`)");

    /** In the order of the source. One that is shown twice with the same words counts once. */
    public static List<Picture> in(String source) {
        var found = new ArrayList<Picture>();
        for (int at = source.indexOf(FOLDER); at >= 0 && found.size() < MOST; at = source.indexOf(FOLDER, at + 1)) {
            var name = NAME.matcher(source).region(at + FOLDER.length(), source.length());
            if (name.lookingAt()) {
                found.add(new Picture(FOLDER + decoded(name.group()), altAt(source, at)));
            }
        }
        return found.stream().distinct().toList();
    }

    /** A full stop behind a name ends a sentence. */
    private static String decoded(String name) {
        var whole = name.replaceFirst("\\.+$", "");
        try {
            return URLDecoder.decode(whole.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return whole;
        }
    }

    private static String altAt(String source, int at) {
        var before = source.substring(Math.max(0, at - REACH), at);
        var alt = before.matches("(?s).*]\\(\\s*<?") ? inMarkdown(before) : inShortcode(before, source, at);
        return alt.length() <= LONGEST_ALT ? alt : alt.substring(0, LONGEST_ALT);
    }

    private static String inMarkdown(String before) {
        int opened = before.lastIndexOf("![");
        return opened < 0
                ? ""
                : before.substring(opened + 2, before.lastIndexOf("](")).replaceAll("\\\\(\\p{Punct})", "$1");
    }

    private static String inShortcode(String before, String source, int at) {
        int opened = before.lastIndexOf("{{");
        int closed = source.indexOf("}}", at);
        if (opened <= before.lastIndexOf("}}") || closed < 0 || closed > at + REACH) {
            return "";
        }
        var alt = ALT.matcher(before.substring(opened) + source.substring(at, closed));
        if (!alt.find()) {
            return "";
        }
        return alt.group(2) != null ? alt.group(2) : alt.group(1).replaceAll("\\\\(.)", "$1");
    }
}
