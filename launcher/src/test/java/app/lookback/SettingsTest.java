package app.lookback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void without_settings_it_listens_on_loopback_and_keeps_its_data_beside_it() {
        var settings = Settings.of(Map.of());

        assertThat(settings.address()).isEqualTo("127.0.0.1");
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.data()).isEqualTo(Path.of("data").toAbsolutePath());
    }

    @Test
    void a_port_that_is_no_number_is_refused_with_a_sentence() {
        for (var port : new String[] {"web", "", "-1", "65536"}) {
            assertThatThrownBy(() -> Settings.of(Map.of("LOOKBACK_PORT", port)))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("LOOKBACK_PORT is '" + port + "'");
        }
    }

    @Test
    void a_port_that_is_taken_is_named_in_one_sentence() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var settings = Settings.of(Map.of("LOOKBACK_PORT", Integer.toString(other.getLocalPort())));

            assertThatThrownBy(settings::checkPort)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("Port " + other.getLocalPort())
                    .hasMessageContaining("LOOKBACK_PORT=")
                    .message()
                    .doesNotContain("\n");
        }
    }

    @Test
    void an_address_that_is_none_of_this_machine_is_refused() {
        assertThatThrownBy(Settings.of(Map.of("LOOKBACK_ADDRESS", "nowhere.invalid"))::checkPort)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("LOOKBACK_ADDRESS");
    }

    @Test
    void the_address_that_is_shown_can_be_opened() {
        assertThat(Settings.of(Map.of()).site(8080)).isEqualTo("http://127.0.0.1:8080");
        assertThat(Settings.of(Map.of("LOOKBACK_ADDRESS", "0.0.0.0")).site(80)).isEqualTo("http://localhost:80");
        assertThat(Settings.of(Map.of("LOOKBACK_ADDRESS", "::1")).site(80)).isEqualTo("http://[::1]:80");
    }
}
