package app.lookback.stories;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The runnable jars as people run them: unpacked, they start in half the time, and from an archive of their classes in a third. */
public final class Unpacked {

    private static final Path FOLDER = Path.of("target", "unpacked");
    private static final Set<String> DONE = new HashSet<>();

    private Unpacked() {}

    /** What starts Lookback in one JVM, as ./start does it. */
    static synchronized List<String> lookback() throws IOException {
        var folder = FOLDER.resolve("lookback");
        var unpack = Repository.ROOT.resolve("launcher/unpack").toString();
        once("lookback", List.of(unpack, Repository.runnableJar("launcher").toString(), folder.toString()));
        return List.of(
                RunningProcess.java(),
                "-XX:SharedArchiveFile=" + folder.resolve("classes.jsa"),
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off",
                "-jar",
                folder.resolve("lookback.jar").toString());
    }

    /** The jar of one service. */
    public static synchronized String jar(String module) throws IOException {
        var jar = Repository.runnableJar(module);
        var folder = FOLDER.resolve(module);
        once(
                module,
                List.of(
                        RunningProcess.java(),
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        folder.toString()));
        return folder.resolve(jar.getFileName()).toString();
    }

    /** Once in each run: a jar that is built reproducibly bears no time to tell an old one by. */
    private static void once(String module, List<String> unpack) throws IOException {
        if (DONE.add(module)) {
            RunningProcess.start("unpacking-" + module, Map.of(), unpack).ends();
        }
    }
}
