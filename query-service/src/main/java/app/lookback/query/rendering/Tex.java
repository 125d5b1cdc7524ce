package app.lookback.query.rendering;

import static java.util.Objects.requireNonNull;

import io.roastedroot.quickjs4j.core.Engine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * TeX to MathML by KaTeX, which runs in a QuickJS of its own. It is loaded at the first
 * formula, reads some hundred formulas a second, and is thrown away when a formula exhausts it.
 */
final class Tex {

    /** @param mathml empty where the formula cannot be read */
    record Read(String mathml, String problem) {}

    private static final String KATEX = "/app/lookback/studio/katex.min.js";
    private static final JsonMapper JSON = new JsonMapper();
    private static final int SECONDS = 10;

    /** What was written to it stays in its memory. */
    private static final int WRITTEN = 4_000_000;

    /** The colour in which KaTeX shows a command that it is not to obey. */
    static final String REFUSED = "#cc0001";

    private static final String LOAD = "globalThis.module={exports:{}};"
            + "(function(module,exports){%s}).call(globalThis,module,module.exports);globalThis.katex=module.exports";
    private static final String READ = "console.log('\\u0001'+JSON.stringify(%s.map(function(f){try{return "
            + "{mathml:katex.renderToString(f.tex,{displayMode:f.displayed,output:'mathml',maxExpand:500,maxSize:20,"
            + "strict:'ignore',trust:false,errorColor:'" + REFUSED
            + "'}),problem:''}}catch(e){return {mathml:'',problem:String(e.message)}}})))";

    private ExecutorService thread = thread();
    private volatile @Nullable Engine engine;
    private int written;

    /** What is asked of KaTeX. */
    record Asked(String tex, boolean displayed) {}

    /** As many as were asked for, in their order; null where all of them together were too much. */
    synchronized @Nullable List<Read> read(List<Asked> formulas) {
        var loading = thread.submit(this::load);
        var reading = thread.submit(() -> readNow(formulas));
        try {
            loading.get();
            return reading.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException exhausted) {
            return null;
        } catch (TimeoutException endless) {
            thread.shutdownNow();
            thread = thread();
            engine = null;
            return null;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private static ExecutorService thread() {
        return Executors.newSingleThreadExecutor(task -> {
            var own = new Thread(null, task, "formulas", 16 << 20);
            own.setDaemon(true);
            return own;
        });
    }

    private void load() {
        if (engine == null) {
            engine = started();
        }
    }

    private List<Read> readNow(List<Asked> formulas) {
        try {
            var output = run(requireNonNull(engine), READ.formatted(JSON.writeValueAsString(formulas)));
            written = output.length();
            var answer = output.substring(output.lastIndexOf('\u0001') + 1);
            return List.of(JSON.readValue(answer, Read[].class));
        } catch (RuntimeException | StackOverflowError exhausted) {
            written = WRITTEN;
            throw exhausted;
        } finally {
            engine = written < WRITTEN ? engine : null;
            written = engine == null ? 0 : written;
        }
    }

    private static Engine started() {
        var engine = Engine.builder().build();
        run(engine, LOAD.formatted(katex()));
        return engine;
    }

    private static String run(Engine engine, String script) {
        var compiled = engine.compile(script);
        engine.exec(compiled);
        engine.free(compiled);
        return engine.stdout();
    }

    private static String katex() {
        try (InputStream script = Tex.class.getResourceAsStream(KATEX)) {
            if (script == null) {
                throw new IllegalStateException("KaTeX is not in the jar of the studio");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
