package app.lookback.query.rendering;

import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** Lets through exactly what is written here for readers, so that a mistake elsewhere shows as text or not at all. */
final class Sanitizer {

    /** In place of {@code target}, to which the sanitizer would add a {@code rel} that Hugo does not write. */
    static final String TARGET = "data-target";

    private static final Pattern NAMES = Pattern.compile("[\\p{L}\\p{N}_:.+#/ -]{1,500}");
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}\\p{M}_:.-]{1,2000}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,5}(?:%|px)?");
    private static final Pattern ROLE = Pattern.compile(
            "doc-(?:endnotes|noteref|backlink)|note|alert|status|img|group|region|list|listitem|presentation|none");

    /** As only XML closes an element; in HTML all that follows would stand within it. */
    private static final Pattern CLOSED = Pattern.compile("<([a-z]+)([^<>]*)/>");

    private static final Pattern SIMPLE = Pattern.compile("[A-Za-z0-9#%. /+-]{1,100}");

    /** An address, but for data. */
    private static final Pattern NO_DATA = Pattern.compile("(?is)(?!data:).*");

    /** An address of data only where it is a picture that holds no script. */
    private static final Pattern PICTURE =
            Pattern.compile("(?is)(?!data:).*|data:image/(?:png|gif|jpeg|webp);base64,[a-z0-9+/=]*");

    private static final PolicyFactory STRICT = ours().toFactory();

    /** With what authors may write themselves where a site lets them. */
    private static final PolicyFactory RAW = ours().allowElements(
                    "abbr", "address", "article", "aside", "b", "bdi", "bdo", "center", "cite", "dfn", "footer",
                    "header")
            .allowElements("hgroup", "i", "kbd", "main", "mark", "nav", "q", "rp", "rt", "ruby", "s", "samp")
            .allowElements("section", "small", "strike", "sub", "time", "tt", "u", "var", "wbr", "caption", "tfoot")
            .allowElements("col", "colgroup", "font", "big")
            .allowWithoutAttributes("font")
            .allowAttributes("title")
            .globally()
            .allowAttributes("dir")
            .matching(Pattern.compile("ltr|rtl|auto"))
            .globally()
            .allowAttributes("lang")
            .matching(Pattern.compile("[A-Za-z0-9-]{1,35}"))
            .globally()
            .allowAttributes("align")
            .matching(Pattern.compile("left|right|center|justify"))
            .globally()
            .allowAttributes("colspan", "rowspan", "span")
            .matching(Pattern.compile("[0-9]{1,3}"))
            .globally()
            .allowAttributes("datetime")
            .matching(Pattern.compile("[0-9A-Za-z:+. -]{1,40}"))
            .onElements("time", "ins", "del")
            .toFactory();

    /** With what an administrator may write in a template besides: films and sounds, and names for who cannot see. */
    private static final PolicyFactory TEMPLATES = RAW.and(ours().allowElements("video", "audio", "source", "track")
            .allowWithoutAttributes("video", "audio")
            .allowAttributes("src")
            .matching(NO_DATA)
            .onElements("video", "audio", "source", "track")
            .allowAttributes("poster")
            .matching(NO_DATA)
            .onElements("video")
            .allowAttributes("controls", "loop", "muted", "playsinline")
            .onElements("video", "audio")
            .allowAttributes("preload")
            .matching(Pattern.compile("none|metadata|auto"))
            .onElements("video", "audio")
            .allowAttributes("type")
            .matching(Pattern.compile("(?:video|audio)/[a-z0-9.+-]{1,40}"))
            .onElements("source")
            .allowAttributes("kind", "srclang", "label")
            .matching(NAMES)
            .onElements("track")
            .allowAttributes("width", "height")
            .matching(LENGTH)
            .onElements("video")
            .allowAttributes("aria-label", "aria-hidden", "aria-labelledby", "aria-describedby")
            .matching(NAMES)
            .globally()
            .allowAttributes("role")
            .matching(ROLE)
            .globally()
            .toFactory());

    /** What KaTeX writes. */
    private static final PolicyFactory MATHML = new HtmlPolicyBuilder()
            .allowElements("math", "semantics", "annotation", "mrow", "mi", "mn", "mo", "mtext", "mspace", "ms", "msup")
            .allowElements("msub", "msubsup", "mover", "munder", "munderover", "mfrac", "msqrt", "mroot", "mstyle")
            .allowElements("mtable", "mtr", "mtd", "mpadded", "mphantom", "menclose", "merror")
            .allowAttributes("mathvariant", "stretchy", "fence", "separator", "lspace", "rspace", "minsize", "maxsize")
            .matching(SIMPLE)
            .globally()
            .allowAttributes("accent", "accentunder", "displaystyle", "scriptlevel", "columnalign", "columnspacing")
            .matching(SIMPLE)
            .globally()
            .allowAttributes("rowspacing", "columnlines", "rowlines", "width", "height", "depth", "voffset", "form")
            .matching(SIMPLE)
            .globally()
            .allowAttributes("linethickness", "movablelimits", "symmetric", "largeop", "display", "encoding")
            .matching(SIMPLE)
            .globally()
            .allowAttributes("mathcolor", "mathbackground", "notation")
            .matching(SIMPLE)
            .globally()
            .toFactory();

    private Sanitizer() {}

    static String mathml(String html) {
        return MATHML.sanitize(CLOSED.matcher(html).replaceAll("<$1$2></$1>"));
    }

    static String sanitized(String html, boolean rawHtml) {
        var clean = (rawHtml ? RAW : STRICT).sanitize(html);
        return clean.replace(" " + TARGET + "=\"", " target=\"");
    }

    /** What a template of the site's makes. */
    static String ofTemplate(String html) {
        var clean = TEMPLATES.sanitize(html.replace(" target=\"", " " + TARGET + "=\""));
        return clean.replace(" " + TARGET + "=\"", " target=\"");
    }

    private static HtmlPolicyBuilder ours() {
        return new HtmlPolicyBuilder()
                .allowElements(
                        "p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "code", "div", "span")
                .allowElements(
                        "em",
                        "strong",
                        "del",
                        "ins",
                        "sup",
                        "a",
                        "img",
                        "figure",
                        "figcaption",
                        "input",
                        "details",
                        "summary")
                .allowElements("ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td")
                .allowWithoutAttributes("a", "span", "img", "input")
                .allowAttributes("id")
                .matching(ID)
                .globally()
                .allowAttributes("class")
                .matching(NAMES)
                .globally()
                .allowAttributes("role")
                .matching(ROLE)
                .onElements("div", "a")
                .allowAttributes("tabindex")
                .matching(Pattern.compile("0"))
                .onElements("pre")
                .allowAttributes("data-lang")
                .matching(Pattern.compile("[^<>\"'`]{1,100}"))
                .onElements("code")
                .allowAttributes("start")
                .matching(NUMBER)
                .onElements("ol")
                .allowAttributes("style")
                .matching(Pattern.compile("text-align:(?:left|center|right)"))
                .onElements("th", "td")
                .allowAttributes("type")
                .matching(Pattern.compile("checkbox"))
                .onElements("input")
                .allowAttributes("checked", "disabled")
                .onElements("input")
                .allowUrlProtocols(
                        "http", "https", "mailto", "ftp", "ftps", "sftp", "tel", "sms", "geo", "irc", "ircs", "xmpp")
                .allowUrlProtocols(
                        "matrix", "magnet", "news", "nntp", "webcal", "feed", "git", "ssh", "svn", "gemini", "data")
                .allowAttributes("href")
                .matching(NO_DATA)
                .onElements("a")
                .allowAttributes("title")
                .onElements("a", "details")
                .allowAttributes("name")
                .matching(NAMES)
                .onElements("details")
                .allowAttributes("open")
                .onElements("details")
                .allowAttributes(TARGET)
                .matching(Pattern.compile("_[a-z]{1,10}"))
                .onElements("a")
                .allowAttributes("rel")
                .matching(Pattern.compile("[a-z -]{1,100}"))
                .onElements("a")
                .allowAttributes("src")
                .matching(PICTURE)
                .onElements("img")
                .allowAttributes("alt", "title")
                .onElements("img")
                .allowAttributes("width", "height")
                .matching(LENGTH)
                .onElements("img")
                .allowAttributes("loading")
                .matching(Pattern.compile("lazy|eager"))
                .onElements("img");
    }
}
