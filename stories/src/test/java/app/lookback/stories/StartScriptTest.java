package app.lookback.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ./start says on a machine that lacks something, in a clone where nothing is built yet. */
class StartScriptTest {

    @TempDir
    private Path clone;

    @BeforeEach
    void copy() throws IOException {
        Files.copy(Repository.ROOT.resolve("start"), clone.resolve("start"));
        Files.setPosixFilePermissions(clone.resolve("start"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectory(clone.resolve("bin"));
        has("java", "echo 'openjdk version \"17.0.9\" 2023-10-17' >&2");
        has("javac", "true");
        has("mvn", "echo '[ERROR] nothing is here to build'; exit 1");
        has("node", "echo v20.19.0");
    }

    private void has(String tool, String does) throws IOException {
        var file = clone.resolve("bin").resolve(tool);
        Files.writeString(file, "#!/bin/sh\n" + does + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void an_old_jdk_is_named_in_one_sentence() throws IOException {
        has("java", "echo 'java version \"1.8.0_402\"' >&2");

        assertThat(refusal()).startsWith("Lookback needs a JDK, 17 or newer, and found 8:");
    }

    @Test
    void a_missing_jdk_is_named_in_one_sentence() throws IOException {
        has("java", "exit 127");

        assertThat(refusal()).startsWith("Lookback needs a JDK, 17 or newer, and found none:");
    }

    @Test
    void a_node_that_is_missing_or_old_is_named_in_one_sentence() throws IOException {
        for (var node : new String[] {"exit 127", "echo v18.20.4", "echo v20.18.1"}) {
            has("node", node);

            assertThat(refusal()).as(node).contains("Node 20.19 or newer is needed");
        }
    }

    @Test
    void a_build_that_fails_shows_its_errors_and_where_the_rest_is() throws IOException {
        assertThat(start().ends()).isEqualTo(1);
        assertThat(start().says("The build failed; all of it is in launcher/target/build.log")
                        .group())
                .isNotEmpty();
        assertThat(Files.readString(clone.resolve("launcher/target/build.log"))).contains("nothing is here to build");
    }

    /** The one line that it said before it gave up. */
    private String refusal() throws IOException {
        var start = start();
        assertThat(start.says(".+\\.$").group()).isNotEmpty();
        assertThat(start.ends()).isEqualTo(1);
        assertThat(start.said()).hasSize(1);
        return start.said().get(0);
    }

    private RunningProcess start() throws IOException {
        var path = clone.resolve("bin") + ":" + System.getenv("PATH");
        return RunningProcess.start(
                "start",
                Map.of("PATH", path, "JAVA_HOME", ""),
                List.of(clone.resolve("start").toString()));
    }
}
