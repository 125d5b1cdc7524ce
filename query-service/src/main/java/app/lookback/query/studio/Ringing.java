package app.lookback.query.studio;

import app.lookback.query.platform.Ticker;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Has the bell look twice a second, and ends the streams before the server waits for its requests to end. */
@Component
class Ringing extends Ticker {

    private final Bell bell;
    private final Listeners listeners;

    Ringing(Bell bell, Listeners listeners) {
        super("library-bell", Duration.ofMillis(500), "Open libraries are told later");
        this.bell = bell;
        this.listeners = listeners;
    }

    @Override
    protected void tick() {
        bell.tick();
    }

    @Override
    public void stop() {
        super.stop();
        listeners.endAll();
    }
}
