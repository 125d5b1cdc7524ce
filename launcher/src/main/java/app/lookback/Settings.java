package app.lookback;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;

/** What a person sets from outside, by the environment. A port of 0 means any free one. */
record Settings(Path data, String address, int port, Map<String, String> environment) {

    static Settings of(Map<String, String> environment) {
        return new Settings(
                Path.of(environment.getOrDefault("LOOKBACK_DATA", "data"))
                        .toAbsolutePath()
                        .normalize(),
                environment.getOrDefault("LOOKBACK_ADDRESS", "127.0.0.1"),
                port(environment.getOrDefault("LOOKBACK_PORT", "8080")),
                environment);
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            throw badPort(text);
        }
        throw badPort(text);
    }

    private static CannotStart badPort(String text) {
        return new CannotStart(
                "LOOKBACK_PORT is '%s', which is no port: give a number from 1 to 65535.".formatted(text));
    }

    boolean hasPostgres() {
        return environment.containsKey("LOOKBACK_POSTGRES_URL");
    }

    boolean hasMongo() {
        return environment.containsKey("LOOKBACK_MONGODB_URI");
    }

    /** Says so at once, before minutes go into starting the stores; the web server says it again if it must. */
    void checkPort() {
        var wanted = new InetSocketAddress(address, port);
        if (wanted.isUnresolved()) {
            throw new CannotStart("LOOKBACK_ADDRESS is '%s', which is no address of this machine.".formatted(address));
        }
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(wanted);
        } catch (IOException taken) {
            throw new CannotStart(
                    "Port %d at %s cannot be used (%s): stop what uses it, or choose another with LOOKBACK_PORT=8081 ./start"
                            .formatted(port, address, taken.getMessage()),
                    taken);
        }
    }

    /** A path as a person means it who called ./lookback from there. */
    Path fromWhereItWasCalled(String path) {
        return Path.of(environment.getOrDefault("LOOKBACK_CALLED_FROM", ""))
                .resolve(path)
                .toAbsolutePath()
                .normalize();
    }

    /** The site's address as a person on this machine would type it. */
    String site(int actualPort) {
        var everywhere = address.equals("0.0.0.0") || address.equals("::");
        var host = everywhere ? "localhost" : address.contains(":") ? "[" + address + "]" : address;
        return "http://" + host + ":" + actualPort;
    }
}
