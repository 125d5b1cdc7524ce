package app.lookback.query.platform;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A Mustache template that stands beside the class that uses it; what it is given is escaped for HTML. */
public final class Template {

    private final com.samskivert.mustache.Template template;

    private Template(com.samskivert.mustache.Template template) {
        this.template = template;
    }

    public static Template beside(Class<?> user, String file) {
        try (var resource = Objects.requireNonNull(user.getResourceAsStream(file), file);
                var reader = new InputStreamReader(resource, StandardCharsets.UTF_8)) {
            return new Template(Mustache.compiler().escapeHTML(true).compile(reader));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public String fill(Object values) {
        return template.execute(values);
    }
}
