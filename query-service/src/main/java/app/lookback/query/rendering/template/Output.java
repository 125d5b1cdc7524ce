package app.lookback.query.rendering.template;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a template writes. Values are escaped for the place in which they come to stand, as Go's html/template does: text, the
 * value of an attribute, an address; where only scripts and styles could stand they are left out.
 */
final class Output {

    private enum Place {
        TEXT,
        ANGLE,
        COMMENT,
        TAG_NAME,
        TAG,
        ATTRIBUTE,
        EQUALS,
        VALUE,
        RAW
    }

    private static final Set<String> RAW = Set.of("script", "style");
    private static final String SPACE = " \t\r\n\f";
    private static final int LONGEST_END = 40;

    private final StringBuilder written = new StringBuilder();
    private final Budget budget;
    private Place place = Place.TEXT;
    private final StringBuilder tag = new StringBuilder();
    private final StringBuilder attribute = new StringBuilder();
    private final StringBuilder value = new StringBuilder();

    /** Of the value of an attribute, or 0 where it has none. */
    private char quote;

    Output(Budget budget) {
        this.budget = budget;
    }

    String html() {
        return place == Place.ANGLE ? written + "&lt;" : written.toString();
    }

    void words(String text) {
        budget.room(text.length());
        for (var at = 0; at < text.length(); at++) {
            if (place == Place.TEXT && text.startsWith("<!--", at)) {
                place = Place.COMMENT;
            }
            if (place == Place.COMMENT) {
                at = pastComment(text, at);
            } else {
                read(text.charAt(at));
            }
        }
    }

    private int pastComment(String text, int at) {
        var end = text.indexOf("-->", at);
        place = end < 0 ? Place.COMMENT : Place.TEXT;
        return end < 0 ? text.length() : end + 2;
    }

    private void read(char unit) {
        switch (place) {
            case ANGLE -> angle(unit);
            case TEXT -> text(unit);
            case TAG_NAME -> tagName(unit);
            case TAG, ATTRIBUTE, EQUALS -> inTag(unit);
            case VALUE -> inValue(unit);
            case RAW -> raw(unit);
            default -> {}
        }
    }

    private void text(char unit) {
        if (unit == '<') {
            place = Place.ANGLE;
        } else {
            written.append(unit);
        }
    }

    /** An angle bracket that begins no tag is text. */
    private void angle(char unit) {
        var begins = unit == '/' || unit == '!' || unit == '?' || Character.isLetter(unit);
        written.append(begins ? "<" : "&lt;");
        place = begins ? Place.TAG_NAME : Place.TEXT;
        tag.setLength(0);
        if (begins) {
            tagName(unit);
        } else {
            text(unit);
        }
    }

    private void tagName(char unit) {
        if (unit == '>' || SPACE.indexOf(unit) >= 0) {
            place = Place.TAG;
            inTag(unit);
        } else {
            tag.append(Character.toLowerCase(unit));
            written.append(unit);
        }
    }

    private void inTag(char unit) {
        if (unit == '>') {
            place = RAW.contains(tag.toString()) ? Place.RAW : Place.TEXT;
            value.setLength(0);
        } else if (place == Place.EQUALS && SPACE.indexOf(unit) < 0) {
            value(unit);
            return;
        } else if (unit == '=') {
            place = Place.EQUALS;
        } else if (SPACE.indexOf(unit) < 0) {
            named(unit);
        } else if (place == Place.ATTRIBUTE) {
            place = Place.TAG;
        }
        written.append(unit);
    }

    private void named(char unit) {
        if (place == Place.TAG) {
            attribute.setLength(0);
            place = Place.ATTRIBUTE;
        }
        attribute.append(Character.toLowerCase(unit));
    }

    private void value(char first) {
        begin(first == '"' || first == '\'' ? first : (char) 0);
        if (quote == 0) {
            inValue(first);
        } else {
            written.append(first);
        }
    }

    private void begin(char opening) {
        place = Place.VALUE;
        value.setLength(0);
        quote = opening;
    }

    private void inValue(char unit) {
        var ends = quote == 0 ? unit == '>' || SPACE.indexOf(unit) >= 0 : unit == quote;
        if (!ends) {
            value.append(unit);
            written.append(unit);
            return;
        }
        place = Place.TAG;
        if (quote == 0) {
            inTag(unit);
        } else {
            written.append(unit);
        }
    }

    private void raw(char unit) {
        written.append(unit);
        value.append(Character.toLowerCase(unit));
        value.delete(0, Math.max(0, value.length() - LONGEST_END));
        if (unit == '>' && value.toString().replaceFirst("\\s+>$", ">").endsWith("</" + tag + ">")) {
            place = Place.TEXT;
        }
    }

    void shown(@Nullable Object shown) {
        var text = Values.text(shown);
        budget.room(text.length());
        if (place == Place.ANGLE) {
            written.append("&lt;");
            place = Place.TEXT;
        }
        switch (place) {
            case TEXT -> written.append(Marked.is(shown, Marked.Kind.HTML) ? text : escaped(text));
            case TAG_NAME, TAG, ATTRIBUTE -> words(Marked.is(shown, Marked.Kind.ATTRIBUTE) ? text : name(text));
            case EQUALS -> {
                begin((char) 0);
                inAttribute(shown);
            }
            case VALUE -> inAttribute(shown);
            default -> {}
        }
    }

    private static String name(String text) {
        var name = text.toLowerCase(Locale.ROOT);
        return name.matches("[a-z0-9]*+") && !name.startsWith("on") && !name.equals("style") ? text : "ZgotmplZ";
    }

    private void inAttribute(@Nullable Object shown) {
        written.append(AttributeValue.of(attribute.toString(), value, quote, shown));
        value.append('x');
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&#34;")
                .replace("'", "&#39;");
    }
}
