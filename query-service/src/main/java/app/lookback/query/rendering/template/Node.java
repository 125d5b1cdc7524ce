package app.lookback.query.rendering.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a template does, one after the other. */
sealed interface Node {

    record Words(String text) implements Node {}

    record Shown(int line, Expression value) implements Node {}

    record Assigned(int line, String variable, boolean declares, Expression value) implements Node {}

    /** @param with whether what is asked becomes the dot */
    record Branch(
            int line, boolean with, @Nullable String variable, Expression asked, List<Node> then, List<Node> otherwise)
            implements Node {}

    record Repeated(int line, Variables variables, Expression over, List<Node> each, List<Node> otherwise)
            implements Node {}

    record Variables(@Nullable String key, @Nullable String value) {
        static final Variables NONE = new Variables(null, null);
    }
}
