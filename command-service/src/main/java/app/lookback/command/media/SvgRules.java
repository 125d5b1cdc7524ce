package app.lookback.command.media;

import app.lookback.command.platform.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a drawing may hold: what draws, moves or describes, refers to itself alone, and starts nothing. */
final class SvgRules {

    private static final Set<String> ELEMENTS = Set.of(
            "svg",
            "g",
            "defs",
            "symbol",
            "use",
            "title",
            "desc",
            "switch",
            "style",
            "view",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "text",
            "tspan",
            "textPath",
            "image",
            "pattern",
            "marker",
            "mask",
            "clipPath",
            "linearGradient",
            "radialGradient",
            "stop",
            "animate",
            "animateMotion",
            "animateTransform",
            "mpath",
            "set",
            "filter",
            "feBlend",
            "feColorMatrix",
            "feComponentTransfer",
            "feComposite",
            "feConvolveMatrix",
            "feDiffuseLighting",
            "feDisplacementMap",
            "feDistantLight",
            "feDropShadow",
            "feFlood",
            "feFuncA",
            "feFuncB",
            "feFuncG",
            "feFuncR",
            "feGaussianBlur",
            "feImage",
            "feMerge",
            "feMergeNode",
            "feMorphology",
            "feOffset",
            "fePointLight",
            "feSpecularLighting",
            "feSpotLight",
            "feTile",
            "feTurbulence");
    private static final Set<String> PICTURES = Set.of("image", "feImage");
    private static final Pattern EMBEDDED = Pattern.compile("data:image/[a-z]+;base64,([A-Za-z0-9+/=\\s]+)");
    private static final Pattern REFERENCE = Pattern.compile("url\\s*+\\(\\s*+[\"']?+\\s*+(?!#)");
    private static final Pattern REACHING =
            Pattern.compile("\\\\|@import|@font-face|image-set|src\\s*\\(|image\\s*\\(|javascript:|expression\\s*\\(");

    private SvgRules() {}

    static boolean mayHold(String element) {
        return ELEMENTS.contains(element);
    }

    /** The value with which this element may have this attribute, if at all. */
    static Optional<String> value(String element, String attribute, String value) {
        var name = attribute.toLowerCase(Locale.ROOT);
        if (name.startsWith("on") || name.equals("src")) {
            return Optional.empty();
        }
        if (name.equals("href")) {
            return value.strip().startsWith("#") ? Optional.of(value.strip()) : embedded(element, value.strip());
        }
        if (name.equals("attributename") && !mayMove(value)) {
            return Optional.empty();
        }
        return staysInside(value) ? Optional.of(value) : Optional.empty();
    }

    private static boolean mayMove(String attribute) {
        var name = attribute.strip().toLowerCase(Locale.ROOT);
        return !name.endsWith("href") && !name.startsWith("on");
    }

    /** Whether a style or a value refers to nothing elsewhere; what is written in a roundabout way is not trusted. */
    static boolean staysInside(String style) {
        var plain = style.toLowerCase(Locale.ROOT);
        return !REFERENCE.matcher(plain).find() && !REACHING.matcher(plain).find();
    }

    /** A picture in the drawing is cleaned as any other. */
    private static Optional<String> embedded(String element, String address) {
        var data = EMBEDDED.matcher(address);
        if (!PICTURES.contains(element) || !data.matches()) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getMimeDecoder().decode(data.group(1).getBytes(StandardCharsets.US_ASCII));
            var image = CleanImage.ofPixels(bytes);
            return Optional.of("data:" + image.form().mediaType() + ";base64,"
                    + Base64.getEncoder().encodeToString(image.bytes()));
        } catch (Refusal | IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException noPicture) {
            return Optional.empty();
        }
    }
}
