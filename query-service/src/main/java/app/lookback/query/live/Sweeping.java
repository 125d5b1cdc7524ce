package app.lookback.query.live;

import app.lookback.query.platform.Ticker;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Looks each second for sockets that are over; ends all of them, before all else, when the server goes away. */
@Component
class Sweeping extends Ticker {

    private final Connections connections;

    Sweeping(Connections connections) {
        super("live-sweep", Duration.ofSeconds(1), "Which sign-ins are over is unknown for the moment");
        this.connections = connections;
    }

    @Override
    protected void tick() {
        connections.sweep();
    }

    @Override
    public void stop() {
        super.stop();
        connections.endAll();
    }
}
