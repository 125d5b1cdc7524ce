package app.lookback.stories;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the other modules and their built jars are, seen from this one. */
final class Repository {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private Repository() {}

    /** The jar that runs by itself; Maven has built it before this module when the whole is verified. */
    static Path runnableJar(String module) {
        try (var built = Files.newDirectoryStream(ROOT.resolve(module).resolve("target"), module + "-*-exec.jar")) {
            for (var jar : built) {
                return jar;
            }
        } catch (IOException notBuilt) {
            return fail("The stories run what is built: run ./check, or mvn -DskipTests package first.", notBuilt);
        }
        return fail("The stories run what is built: run ./check, or mvn -DskipTests package first.");
    }
}
