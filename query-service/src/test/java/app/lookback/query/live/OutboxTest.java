package app.lookback.query.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private final Browser browser = new Browser();
    private final List<Closing> givenUp = new ArrayList<>();
    private final Outbox outbox = new Outbox(browser, givenUp::add);

    @Test
    void frames_arrive_in_order() {
        browser.stalls = true;
        for (int i = 0; i < 10_000; i++) {
            outbox.send("{\"n\":" + i + "}");
        }
        browser.goesOn();

        assertThat(browser.frames).hasSize(10_000);
        assertThat(browser.frames.get(9_999).path("n").asInt()).isEqualTo(9_999);
    }

    @Test
    void more_than_the_bound_does_not_wait() {
        browser.stalls = true;
        outbox.send("{}");
        outbox.send("\"" + "x".repeat(Outbox.BOUND / 2) + "\"");
        assertThat(givenUp).isEmpty();
        outbox.send("\"" + "x".repeat(Outbox.BOUND / 2) + "\"");

        assertThat(givenUp).containsExactly(Closing.TOO_SLOW);
    }

    @Test
    void one_frame_beyond_the_bound_passes_where_nothing_waits_before_it() {
        browser.stalls = true;
        outbox.send("{}");
        outbox.send("\"" + "x".repeat(2 * Outbox.BOUND) + "\"");
        browser.goesOn();

        assertThat(givenUp).isEmpty();
        assertThat(browser.frames).hasSize(2);
    }

    @Test
    void a_task_for_idle_times_runs_once_when_all_is_sent() {
        var runs = new AtomicInteger();
        browser.stalls = true;
        outbox.send("1");
        outbox.send("2");
        outbox.whenIdle(runs::incrementAndGet);
        assertThat(runs).hasValue(0);
        browser.goesOn();
        outbox.send("3");

        assertThat(runs).hasValue(1);
    }

    @Test
    void a_wire_that_fails_is_given_up() {
        var failing = new Outbox(
                new Wire() {
                    @Override
                    public void send(String frame, java.util.function.Consumer<Throwable> sent) {
                        sent.accept(new IllegalStateException("closed"));
                    }

                    @Override
                    public void ping() {}

                    @Override
                    public void close(Closing reason) {}
                },
                givenUp::add);
        failing.send("1");
        failing.send("2");

        assertThat(givenUp).containsExactly(Closing.TOO_SLOW);
    }
}
