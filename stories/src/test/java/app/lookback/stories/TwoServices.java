package app.lookback.stories;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Both services as processes of their own, with stores of their own, behind nginx with the configuration of docker-compose.yml. */
final class TwoServices implements Closeable {

    private static final Path TEMPLATE = Repository.ROOT.resolve("deploy/nginx/default.conf.template");
    private static final String FRAME = """
            daemon off; pid %1$s/pid; error_log stderr warn; worker_processes 1;
            events {}
            http {
              access_log off;
              client_body_temp_path %1$s/body; proxy_temp_path %1$s/proxy; fastcgi_temp_path %1$s/fastcgi;
              uwsgi_temp_path %1$s/uwsgi; scgi_temp_path %1$s/scgi;
              include %1$s/default.conf;
            }
            """;

    private final Kept running = new Kept();
    private final Path temporary;
    private final Map<String, String> stores = new HashMap<>();
    private String site = "";
    private String setupLink = "";

    private TwoServices(Path temporary) {
        this.temporary = temporary;
    }

    static TwoServices start(Path temporary) throws IOException, InterruptedException {
        var services = new TwoServices(temporary);
        try {
            services.startStores();
            services.startBehindOneOrigin();
            return services;
        } catch (IOException | InterruptedException | RuntimeException | AssertionError failure) {
            services.close();
            throw failure;
        }
    }

    private void startStores() throws IOException {
        var postgres = running.keep(EmbeddedPostgres.start());
        stores.put("LOOKBACK_POSTGRES_URL", "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres");
        stores.put("LOOKBACK_POSTGRES_USER", "postgres");
        stores.put("LOOKBACK_POSTGRES_PASSWORD", "trusted");
        var mongo = running.keep(RunningProcess.start(
                "mongodb",
                Map.of(),
                List.of(
                        RunningProcess.java(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "app.lookback.EmbeddedMongo",
                        temporary.resolve("views.mv").toString(),
                        "0")));
        stores.put("LOOKBACK_MONGODB_URI", mongo.says("mongodb://\\S+").group());
    }

    private void startBehindOneOrigin() throws IOException, InterruptedException {
        int command = RunningProcess.freePort();
        setupLink = startService("command-service", command)
                .says("/studio/setup#\\S+")
                .group();
        int query = RunningProcess.freePort();
        startService("query-service", query);
        startNginx(command, query);
    }

    private RunningProcess startService(String name, int port) throws IOException {
        int health = RunningProcess.freePort();
        var environment = new HashMap<>(stores);
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("SERVER_FORWARD_HEADERS_STRATEGY", "framework");
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(health));
        var jar = Repository.runnableJar(name).toString();
        var service =
                running.keep(RunningProcess.start(name, environment, List.of(RunningProcess.java(), "-jar", jar)));
        var healthy = Repository.ROOT.resolve("deploy/healthy").toString();
        await("health of " + name).atMost(Duration.ofSeconds(90)).until(() -> {
            var check = new ProcessBuilder(healthy, Integer.toString(health)).redirectErrorStream(true);
            return check.start().waitFor() == 0;
        });
        return service;
    }

    private void startNginx(int command, int query) throws IOException, InterruptedException {
        int port = RunningProcess.freePort();
        site = "http://127.0.0.1:" + port;
        fillIn(Map.of(
                "LISTEN", "127.0.0.1:" + port,
                "SCHEME", "http",
                "COMMAND_SERVICE", "127.0.0.1:" + command,
                "QUERY_SERVICE", "127.0.0.1:" + query));
        Files.writeString(temporary.resolve("nginx.conf"), FRAME.formatted(temporary));
        var nginx = Files.exists(Path.of("/usr/sbin/nginx")) ? "/usr/sbin/nginx" : "nginx";
        running.keep(RunningProcess.start(
                "nginx",
                Map.of(),
                List.of(nginx, "-c", temporary.resolve("nginx.conf").toString())));
        await("nginx").atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> {
            try (var socket = new Socket("127.0.0.1", port)) {
                return socket.isConnected();
            }
        });
    }

    /** As nginx's image does it: envsubst with the variables that are set, and no others. */
    private void fillIn(Map<String, String> variables) throws IOException, InterruptedException {
        var names = String.join(
                " ", variables.keySet().stream().map(name -> "${" + name + "}").toList());
        var envsubst = new ProcessBuilder("envsubst", names)
                .redirectInput(TEMPLATE.toFile())
                .redirectOutput(temporary.resolve("default.conf").toFile());
        envsubst.environment().putAll(variables);
        if (envsubst.start().waitFor() != 0) {
            throw new IOException("envsubst failed");
        }
    }

    String site() {
        return site;
    }

    String setupToken() {
        return setupLink.substring(setupLink.indexOf('#') + 1);
    }

    @Override
    public void close() throws IOException {
        running.close();
    }
}
