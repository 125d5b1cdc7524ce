package app.lookback.query.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the site is called, and what it says of itself. */
@Component
public final class Blog {

    private final String title;
    private final String description;
    private final @Nullable Licence licence;

    Blog(
            @Value("${lookback.title}") String title,
            @Value("${lookback.description}") String description,
            @Value("${lookback.licence}") String licence) {
        this.licence = Licence.of(licence);
        this.title = title;
        this.description = description;
    }

    public String title() {
        return title;
    }

    /** Of what says nothing else. */
    public @Nullable Licence licence() {
        return licence;
    }

    public String description() {
        return description;
    }
}
