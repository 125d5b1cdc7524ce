package app.lookback.query.site;

import static app.lookback.query.platform.Stores.project;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import app.lookback.contract.PersonId;
import app.lookback.contract.SiteFileEvent;
import app.lookback.contract.SiteFileEvent.FileKept;
import app.lookback.contract.SiteFileEvent.FileRemoved;
import app.lookback.query.media.Bytes;
import app.lookback.query.platform.Stores;
import app.lookback.query.site.Site.SiteFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SiteTest {

    private static final PersonId ADA = PersonId.random();
    private static final Instant NOW = Instant.parse("2026-05-04T03:02:01Z");
    private static final String OLD = "ab".repeat(32);
    private static final String NEW = "cd".repeat(32);
    private static final SiteFile SETTINGS = new SiteFile("hugo.toml", NEW, "text/plain", 20, NOW);

    private final Stores stores = new Stores();
    private final Site site = new Site(stores.views, mock(Bytes.class));
    private final List<DomainEventMessage<?>> events = numbered(List.of(
            new FileKept("static/cover.png", OLD, "image/png", 10, ADA, NOW),
            new FileKept("hugo.toml", OLD, "text/plain", 10, ADA, NOW),
            new FileKept("hugo.toml", NEW, "text/plain", 20, ADA, NOW),
            new FileRemoved("static/cover.png", ADA, NOW)));

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void holds_the_newest_bytes_of_each_file_that_was_not_removed() {
        project(events.subList(0, 3), site);
        assertThat(site.files()).extracting(SiteFile::path).containsExactly("hugo.toml", "static/cover.png");
        assertThat(site.find("hugo.toml")).hasValue(SETTINGS);

        project(events.subList(3, 4), site);
        assertThat(site.files()).containsExactly(SETTINGS);
    }

    @Test
    void is_the_same_after_the_same_events_twice_and_after_a_rebuild() {
        project(events, site);
        project(events, site, 1);
        assertThat(site.files()).containsExactly(SETTINGS);

        Stores.reset(site);
        assertThat(site.files()).isEmpty();
        project(events, site);
        assertThat(site.files()).containsExactly(SETTINGS);
    }

    private static List<DomainEventMessage<?>> numbered(List<SiteFileEvent> happened) {
        var numbered = new ArrayList<DomainEventMessage<?>>();
        for (var event : happened) {
            var aggregate = SiteFileEvent.aggregate(event.path());
            long number = numbered.stream()
                    .filter(other -> other.getAggregateIdentifier().equals(aggregate))
                    .count();
            numbered.add(new GenericDomainEventMessage<>("SiteFile", aggregate, number, event));
        }
        return numbered;
    }
}
