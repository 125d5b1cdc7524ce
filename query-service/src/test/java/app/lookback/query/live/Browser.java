package app.lookback.query.live;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser at the end of a wire; while it stalls, what was sent does not arrive. */
final class Browser implements Wire {

    final List<JsonNode> frames = new ArrayList<>();

    /** The very text of the frame that arrived last. */
    @Nullable
    String lastSent;

    final List<Closing> closings = new ArrayList<>();
    int pings;
    boolean stalls;
    private @Nullable Runnable inFlight;
    private @Nullable Connection connection;

    Connection connect(Connections connections, Guest guest) {
        return connection = connections.open(guest, this);
    }

    Connection connection() {
        return java.util.Objects.requireNonNull(connection);
    }

    void says(String message) {
        connection().heard(message.replace('\'', '"'));
    }

    void isHere(String client, int place) {
        says("{'type':'here','client':'%s','revision':0,'anchor':%d,'head':%d}".formatted(client, place, place));
    }

    @Override
    public void send(String frame, Consumer<@Nullable Throwable> sent) {
        Runnable arrival = () -> {
            frames.add(JsonMapper.shared().readTree(frame));
            lastSent = frame;
            sent.accept(null);
        };
        if (stalls) {
            inFlight = arrival;
        } else {
            arrival.run();
        }
    }

    void goesOn() {
        stalls = false;
        var arrival = inFlight;
        inFlight = null;
        if (arrival != null) {
            arrival.run();
        }
    }

    @Override
    public void ping() {
        pings++;
    }

    @Override
    public void close(Closing reason) {
        closings.add(reason);
    }

    Stream<JsonNode> heard(String type) {
        return frames.stream().filter(frame -> frame.path("type").asString().equals(type));
    }

    List<Long> revisions() {
        return heard("revision").map(frame -> frame.path("revision").asLong()).toList();
    }

    JsonNode last(String type) {
        return heard(type).reduce((earlier, later) -> later).orElseThrow(() -> new AssertionError("no " + type));
    }

    List<String> blocksOfLastPage() {
        return last("preview")
                .path("blocks")
                .valueStream()
                .map(block -> block.path("html").asString())
                .toList();
    }
}
