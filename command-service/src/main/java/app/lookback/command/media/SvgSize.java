package app.lookback.command.media;

import java.util.Objects;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/** The size that a drawing names for itself, in pixels; 0 by 0 where it names none. */
final class SvgSize {

    private static final Pattern PIXELS = Pattern.compile("\\s*([0-9]{1,6})(\\.[0-9]*)?(px)?\\s*");
    private static final Pattern VIEW = Pattern.compile(
            "\\s*[-0-9.]+[\\s,]+[-0-9.]+[\\s,]+([0-9]{1,6})(?:\\.[0-9]*)?[\\s,]+([0-9]{1,6})(?:\\.[0-9]*)?\\s*");

    private SvgSize() {}

    static ImageForm of(XMLStreamReader svg) {
        var width = PIXELS.matcher(attribute(svg, "width"));
        var height = PIXELS.matcher(attribute(svg, "height"));
        if (width.matches() && height.matches()) {
            return form(width.group(1), height.group(1));
        }
        var view = VIEW.matcher(attribute(svg, "viewBox"));
        return view.matches() ? form(view.group(1), view.group(2)) : form("0", "0");
    }

    private static ImageForm form(String width, String height) {
        return new ImageForm("image/svg+xml", "svg", Long.parseLong(width), Long.parseLong(height));
    }

    private static String attribute(XMLStreamReader svg, String name) {
        return Objects.requireNonNullElse(svg.getAttributeValue("", name), "");
    }
}
