package app.lookback.command.media;

import app.lookback.command.media.ImageForm.UnknownImage;
import app.lookback.command.platform.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** A drawing, written anew from what {@link SvgRules} lets through: no scripts, no links, nothing from elsewhere. */
final class Svg {

    private static final int LARGEST = 2_000_000;
    private static final int DEEPEST = 200;
    private static final int HEAD = 4_096;
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    private static final String XLINK = "http://www.w3.org/1999/xlink";
    private static final Pattern BEGIN = Pattern.compile("^(\u00ef\u00bb\u00bf)?\\s*<[?!s]");
    private static final Pattern ROOT = Pattern.compile("<([\\w-]+:)?svg[\\s>/]");
    private static final XMLInputFactory READERS = XMLInputFactory.newDefaultFactory();
    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();

    static {
        READERS.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        READERS.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        READERS.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    private final XMLStreamReader read;
    private final XMLStreamWriter kept;
    private ImageForm form = new ImageForm("image/svg+xml", "svg", 0, 0);
    private final StringBuilder style = new StringBuilder();
    private int depth;
    private boolean inStyle;

    private Svg(XMLStreamReader read, XMLStreamWriter kept) {
        this.read = read;
        this.kept = kept;
    }

    static boolean isLikely(byte[] bytes) {
        var head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        return BEGIN.matcher(head).find() && ROOT.matcher(head).find();
    }

    static CleanImage clean(byte[] sent) {
        if (sent.length > LARGEST) {
            throw new UnfitDrawing("is larger than 2 MB");
        }
        var bytes = new ByteArrayOutputStream(sent.length);
        try {
            var svg = new Svg(
                    READERS.createXMLStreamReader(new ByteArrayInputStream(sent)),
                    WRITERS.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name()));
            svg.write();
            return new CleanImage(svg.form, bytes.toByteArray());
        } catch (XMLStreamException notWellFormed) {
            throw new UnfitDrawing("is not well-formed XML");
        }
    }

    private void write() throws XMLStreamException {
        while (read.hasNext()) {
            switch (read.next()) {
                case XMLStreamConstants.START_ELEMENT -> begin();
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS -> text(read.getText());
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new UnfitDrawing("has a document type or entities. Save it as plain SVG");
                default -> {}
            }
        }
        kept.writeEndDocument();
        kept.close();
    }

    private void begin() throws XMLStreamException {
        boolean root = depth == 0;
        if (root && !(isOurs() && read.getLocalName().equals("svg"))) {
            throw new UnknownImage();
        }
        if (!root && !isOurs() || !isLink() && !SvgRules.mayHold(read.getLocalName())) {
            skip();
        } else if (!isLink()) {
            enter(root);
        }
    }

    private boolean isOurs() {
        return NAMESPACE.equals(read.getNamespaceURI());
    }

    /** What a link surrounds stays, and leads nowhere. */
    private boolean isLink() {
        return read.getLocalName().equals("a") && isOurs();
    }

    private void enter(boolean root) throws XMLStreamException {
        if (++depth > DEEPEST) {
            throw new UnfitDrawing("is nested more than %d deep".formatted(DEEPEST));
        }
        kept.writeStartElement(read.getLocalName());
        inStyle = read.getLocalName().equals("style");
        if (root) {
            kept.writeDefaultNamespace(NAMESPACE);
            form = SvgSize.of(read);
        }
        for (int n = 0; n < read.getAttributeCount(); n++) {
            attribute(read.getAttributeNamespace(n), read.getAttributeLocalName(n), read.getAttributeValue(n));
        }
    }

    private void attribute(@Nullable String namespace, String name, String value) throws XMLStreamException {
        if (XMLConstants.XML_NS_URI.equals(namespace) && !name.equals("base")) {
            kept.writeAttribute("xml", XMLConstants.XML_NS_URI, name, value);
        } else if (namespace == null || namespace.isEmpty() || namespace.equals(XLINK) && name.equals("href")) {
            var allowed = SvgRules.value(read.getLocalName(), name, value);
            if (allowed.isPresent() && !isTwice(namespace, name)) {
                kept.writeAttribute(name, allowed.get());
            }
        }
    }

    /** Of both forms of a reference, the newer one counts. */
    private boolean isTwice(@Nullable String namespace, String name) {
        return XLINK.equals(namespace) && read.getAttributeValue("", name) != null;
    }

    private void text(String text) throws XMLStreamException {
        if (inStyle) {
            style.append(text);
        } else if (depth > 0) {
            kept.writeCharacters(text);
        }
    }

    private void end() throws XMLStreamException {
        if (isLink()) {
            return;
        }
        if (inStyle && SvgRules.staysInside(style.toString())) {
            kept.writeCharacters(style.toString());
        }
        style.setLength(0);
        inStyle = false;
        depth--;
        kept.writeEndElement();
    }

    private void skip() throws XMLStreamException {
        for (int open = 1; open > 0; ) {
            int event = read.next();
            open += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    /** A drawing that is not kept, and why. */
    static final class UnfitDrawing extends Refusal {
        UnfitDrawing(String reason) {
            super(Kind.UNSUPPORTED, "unfit-drawing", "This SVG " + reason + ".");
        }
    }
}
