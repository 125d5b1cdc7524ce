package app.lookback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path temporary;

    @Test
    void only_its_owner_can_look_into_it() throws IOException {
        try (var folder = DataFolder.open(temporary.resolve("data"))) {
            assertThat(permissions(temporary.resolve("data"))).isEqualTo("rwx------");
            assertThat(permissions(folder.passwordFile())).isEqualTo("rw-------");
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void the_password_stays_the_same_from_start_to_start() throws IOException {
        assertThat(password()).hasSizeGreaterThan(60).isEqualTo(password());
    }

    private String password() throws IOException {
        try (var folder = DataFolder.open(temporary)) {
            return Files.readString(folder.passwordFile());
        }
    }

    @Test
    void two_do_not_share_one_folder() throws IOException {
        try (var first = DataFolder.open(temporary)) {
            assertThat(first.resolve("lock")).exists();
            assertThatThrownBy(() -> DataFolder.open(temporary))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageStartingWith("Another Lookback is using the data folder " + temporary);
        }
    }

    @Test
    void a_folder_that_cannot_be_made_is_named_in_one_sentence() throws IOException {
        var file = Files.createFile(temporary.resolve("file"));

        assertThatThrownBy(() -> DataFolder.open(file.resolve("data")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("LOOKBACK_DATA=")
                .message()
                .doesNotContain("\n");
    }
}
