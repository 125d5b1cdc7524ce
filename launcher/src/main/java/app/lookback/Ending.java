package app.lookback;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** Ends things in order, whenever the signal comes: first the services with their pools, then the stores. */
final class Ending {

    private volatile @Nullable ConfigurableApplicationContext services;
    private volatile @Nullable Stores stores;
    private volatile boolean begun;

    void willClose(Stores opened) {
        stores = opened;
    }

    void beforeThemClose(ConfigurableApplicationContext context) {
        services = context;
    }

    boolean hasBegun() {
        return begun;
    }

    void end() {
        begun = true;
        var running = services;
        if (running != null) {
            running.close();
        }
        var opened = stores;
        if (opened != null) {
            opened.close();
        }
    }
}
