package app.lookback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanedPostgresTest {

    @TempDir
    private Path temporary;

    @Test
    void a_postgresql_that_a_killed_jvm_left_behind_is_ended() throws IOException {
        try (var folder = DataFolder.open(temporary)) {
            LocalPostgres.start(folder);
            var data = folder.resolve("postgresql");
            var process = processOf(data);
            assertThat(process.isAlive()).isTrue();

            OrphanedPostgres.endIn(data);

            assertThat(process.isAlive()).isFalse();
            assertThat(data.resolve("postmaster.pid")).doesNotExist();
        }
    }

    private static ProcessHandle processOf(Path data) throws IOException {
        var pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    @Test
    void a_process_that_only_has_its_number_by_now_is_left_alone() throws IOException {
        var pidFile = temporary.resolve("postmaster.pid");
        var other = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(pidFile, other.pid() + "\n");

            OrphanedPostgres.endIn(temporary);

            assertThat(other.isAlive()).isTrue();
            assertThat(pidFile).doesNotExist();
        } finally {
            other.destroy();
        }
    }
}
