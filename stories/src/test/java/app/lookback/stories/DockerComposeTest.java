package app.lookback.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class DockerComposeTest {

    private static final Pattern PINNED = Pattern.compile("[a-z/-]+:\\d+\\.\\d+(\\.\\d+)?(_\\d+)?(-jre)?");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{LOOKBACK_[A-Z_]+(:\\?[A-Z][^}]+\\.|:-[^}]*)}");

    private Map<?, ?> services = Map.of();
    private String file = "";

    @BeforeEach
    void read() throws IOException {
        file = Files.readString(Repository.ROOT.resolve("docker-compose.yml"));
        Map<?, ?> compose = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
        services = (Map<?, ?>) compose.get("services");
    }

    @Test
    void the_two_services_stand_beside_real_stores_behind_one_origin() {
        assertThat(services.keySet().stream().map(Object::toString).toList())
                .containsExactly("postgres", "mongodb", "command-service", "query-service", "nginx");
    }

    @Test
    void every_image_is_pinned_and_every_service_has_a_health_check() {
        services.forEach((name, service) -> {
            assertThat(((Map<?, ?>) service).get("image").toString())
                    .as("%s's image", name)
                    .matches(PINNED);
            assertThat(((Map<?, ?>) service).get("healthcheck"))
                    .as("%s's health check", name)
                    .isInstanceOf(Map.class);
        });
    }

    @Test
    void what_the_services_are_built_upon_is_pinned() throws IOException {
        var bases = Files.readAllLines(Repository.ROOT.resolve("deploy/Dockerfile")).stream()
                .filter(line -> line.startsWith("FROM "))
                .map(line -> line.split(" ")[1])
                .toList();

        assertThat(bases).hasSize(2).allMatch(base -> PINNED.matcher(base).matches());
    }

    @Test
    void secrets_come_from_the_environment_and_their_absence_is_told_in_a_sentence() {
        file.lines()
                .filter(line -> line.contains("${"))
                .forEach(line -> assertThat(REFERENCE.matcher(line).replaceAll(""))
                        .as(line)
                        .doesNotContain("${"));
        file.lines()
                .filter(line -> line.matches(".*_PASSWORD: .*"))
                .forEach(line -> assertThat(line).contains(":?Set "));
    }

    @Test
    void only_the_proxy_can_be_reached_from_outside() {
        var reachable = services.entrySet().stream()
                .filter(service -> ((Map<?, ?>) service.getValue()).containsKey("ports"))
                .map(service -> service.getKey().toString())
                .toList();

        assertThat(reachable).isEqualTo(List.of("nginx"));
    }
}
