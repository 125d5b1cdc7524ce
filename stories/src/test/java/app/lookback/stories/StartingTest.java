package app.lookback.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stops a start is said in one sentence, without a stack trace. */
class StartingTest {

    @TempDir
    private Path temporary;

    @Test
    void a_port_that_is_taken_is_said_at_once() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var port = Integer.toString(other.getLocalPort());

            assertThat(refusal(temporary, port)).startsWith("Port " + port + " at 127.0.0.1 cannot be used");
        }
    }

    @Test
    void a_folder_that_cannot_be_written_is_named() throws IOException {
        var file = Files.createFile(temporary.resolve("a-file"));

        assertThat(refusal(file.resolve("data"), "0")).startsWith("The data folder " + file);
    }

    @Test
    void a_folder_that_another_one_uses_is_named() throws IOException {
        var data = temporary.resolve("shared");
        try (var first = Launched.launch(data, Map.of("LOOKBACK_PORT", "0"))) {
            first.says("Opening the views");

            assertThat(refusal(data, "0")).startsWith("Another Lookback is using the data folder " + data);
        }
    }

    private static String refusal(Path data, String port) throws IOException {
        var refused = Launched.launch(data, Map.of("LOOKBACK_PORT", port));
        assertThat(refused.ends()).isEqualTo(1);
        refused.says("LOOKBACK_");
        assertThat(refused.said()).hasSize(1);
        return refused.said().get(0);
    }
}
