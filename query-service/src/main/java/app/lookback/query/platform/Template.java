package app.lookback.query.platform;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A Mustache template that stands beside the class that uses it; what it is given is escaped for HTML. What pages have in
 * common stands beside this class.
 */
public final class Template {

    private static final Mustache.Compiler COMPILER =
            Mustache.compiler().escapeHTML(true).withLoader(name -> reader(Template.class, name + ".mustache"));

    private final com.samskivert.mustache.Template template;

    private Template(com.samskivert.mustache.Template template) {
        this.template = template;
    }

    public static Template beside(Class<?> user, String file) {
        try (var reader = reader(user, file)) {
            return new Template(COMPILER.compile(reader));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Reader reader(Class<?> user, String file) {
        var resource = Objects.requireNonNull(user.getResourceAsStream(file), file);
        return new InputStreamReader(resource, StandardCharsets.UTF_8);
    }

    public String fill(Object values) {
        return template.execute(values);
    }
}
