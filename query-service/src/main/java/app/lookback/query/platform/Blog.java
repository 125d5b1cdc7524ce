package app.lookback.query.platform;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the site is called, and what it says of itself. */
@Component
public final class Blog {

    private final String title;
    private final String description;

    Blog(@Value("${lookback.title}") String title, @Value("${lookback.description}") String description) {
        this.title = title;
        this.description = description;
    }

    public String title() {
        return title;
    }

    public String description() {
        return description;
    }
}
