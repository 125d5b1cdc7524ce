package app.lookback.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import app.lookback.contract.PersonId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.junit.jupiter.api.Test;

class WindowTest {

    private static final long LONG = TimeUnit.MINUTES.toNanos(5);

    private final PersonId ada = PersonId.random();
    private final Window window = new Window();
    private long place;

    private void reads(List<DomainEventMessage<?>> events) {
        if (place == 0) {
            window.begin(null);
        }
        for (var event : events) {
            var token = GapAwareTrackingToken.newInstance(place++, List.of());
            window.add(new GenericTrackedDomainEventMessage<>(token, event));
        }
        window.tell();
    }

    @Test
    void a_rest_ends_when_an_edition_comes() throws Exception {
        var post = Written.by(ada, "/posts/rain/").types(ada, 0, "Rain.");
        reads(post.takeEvents());
        long next = place;
        var rest = CompletableFuture.supplyAsync(() -> {
            try {
                return window.awaitForReaders(next, LONG);
            } catch (InterruptedException stopped) {
                throw new CompletionException(stopped);
            }
        });

        reads(post.types(ada, 0, "More ").published(ada).takeEvents());

        assertThat(rest.get(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void edits_let_it_go_on_and_what_was_there_before_does_not_end_it() throws Exception {
        var post = Written.by(ada, "/posts/rain/").types(ada, 0, "Rain.").published(ada);
        reads(post.takeEvents());
        long next = place;
        reads(post.types(ada, 0, "More ").takeEvents());

        assertThat(window.awaitForReaders(next, 1)).isFalse();
        assertThat(window.awaitForReaders(0, LONG)).isTrue();
        assertThat(window.awaitForReaders(Window.OUTSIDE, 1)).isFalse();
    }
}
