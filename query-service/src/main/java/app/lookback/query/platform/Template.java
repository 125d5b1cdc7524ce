package app.lookback.query.platform;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A Mustache template that stands beside the class that uses it; what it is given is escaped for HTML. What pages have in
 * common stands beside this class.
 */
public final class Template {

    private static final Mustache.Compiler COMPILER = Mustache.compiler().escapeHTML(true);

    private final String file;
    private final String text;
    private final com.samskivert.mustache.Template compiled;

    private Template(String file, String text) {
        this.file = file;
        this.text = text;
        this.compiled =
                compiler(name -> new StringReader(part(name).orElseThrow())).compile(text);
    }

    public static Template beside(Class<?> user, String file) {
        return new Template(file, read(user, file).orElseThrow());
    }

    /** Compiles templates whose parts are found like this. */
    public static Mustache.Compiler compiler(Mustache.TemplateLoader parts) {
        return COMPILER.withLoader(parts);
    }

    /** What pages have in common under this name. */
    public static Optional<String> part(String name) {
        return name.matches("[a-z-]+") ? read(Template.class, name + ".mustache") : Optional.empty();
    }

    private static Optional<String> read(Class<?> user, String file) {
        try (var resource = user.getResourceAsStream(file)) {
            return resource == null
                    ? Optional.empty()
                    : Optional.of(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public String file() {
        return file;
    }

    public String text() {
        return text;
    }

    public String fill(Object values) {
        return compiled.execute(values);
    }

    /** What is not among the values is looked for in the frame. */
    public String fill(Object values, Object frame) {
        var filled = new StringWriter();
        compiled.execute(values, frame, filled);
        return filled.toString();
    }
}
