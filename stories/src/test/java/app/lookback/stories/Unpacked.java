package app.lookback.stories;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The runnable jars as ./start runs them: unpacked, they start in half the time. */
public final class Unpacked {

    private static final Set<String> DONE = new HashSet<>();

    private Unpacked() {}

    /** Unpacks once in each run: a jar that is built reproducibly bears no time to tell an old one by. */
    public static synchronized String jar(String module) throws IOException {
        var jar = Repository.runnableJar(module);
        var folder = Path.of("target", "unpacked", module);
        if (!DONE.contains(module)) {
            var extract = List.of(
                    RunningProcess.java(),
                    "-Djarmode=tools",
                    "-jar",
                    jar.toString(),
                    "extract",
                    "--force",
                    "--destination",
                    folder.toString());
            RunningProcess.start("unpacking-" + module, Map.of(), extract).ends();
            DONE.add(module);
        }
        return folder.resolve(jar.getFileName()).toString();
    }
}
