package app.lookback.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;

class LogTailTest {

    private final GappyLog log = new GappyLog();
    private final LogTail tail = new LogTail(log);
    private final LogSource source = new LogSource(log, tail);
    private final List<EventMessage<?>> heard = new ArrayList<>();

    LogTailTest() {
        tail.begin();
        tail.listen(heard::add);
    }

    @Test
    void whoever_is_at_the_head_shares_one_reading() throws InterruptedException {
        var first = source.openStream(null);
        var second = source.openStream(null);
        tail.read();
        drain(first);
        drain(second);
        int before = log.readings;
        for (long number = 1; number <= 100; number++) {
            log.commit(number);
            tail.read();
        }

        assertThat(drain(first)).hasSize(100).isEqualTo(drain(second)).isEqualTo(heard);
        assertThat(log.readings - before).isEqualTo(100);
    }

    @Test
    void whoever_comes_later_reads_for_itself_until_it_has_caught_up() throws InterruptedException {
        log.commit(1, 2, 3);
        tail.read();
        var late = source.openStream(null);
        assertThat(numbers(drain(late))).containsExactly(1L, 2L, 3L);
        int before = log.readings;
        log.commit(4);
        tail.read();

        assertThat(numbers(drain(late))).containsExactly(4L);
        assertThat(log.readings - before).isEqualTo(1);
    }

    @Test
    void whoever_falls_out_of_the_window_misses_nothing() throws InterruptedException {
        var slow = source.openStream(null);
        tail.read();
        drain(slow);
        log.commit(LongStream.rangeClosed(1, 3 * Window.EVENTS).toArray());
        tail.read();

        assertThat(numbers(drain(slow))).containsExactlyElementsOf(log.numbers());
    }

    @Test
    void an_event_that_is_committed_after_later_ones_reaches_everybody() throws InterruptedException {
        var stream = source.openStream(null);
        log.commit(1, 2, 4);
        tail.read();
        assertThat(numbers(drain(stream))).containsExactly(1L, 2L, 4L);
        log.commit(3);
        tail.read();

        assertThat(numbers(drain(stream))).containsExactly(3L);
        assertThat(numbers(heard)).containsExactly(1L, 2L, 4L, 3L);
    }

    @Test
    void an_event_that_was_late_for_one_only_is_not_lost_to_it() throws InterruptedException {
        log.commit(1, 2, 4);
        var early = source.openStream(null);
        assertThat(numbers(drain(early))).containsExactly(1L, 2L, 4L);
        log.commit(3);
        tail.read();
        log.commit(5);
        tail.read();

        assertThat(numbers(drain(early))).contains(3L, 5L);
    }

    @Test
    void a_number_that_is_never_committed_stalls_nobody() throws InterruptedException {
        var stream = source.openStream(null);
        for (long number = 1; number < 3000; number += 3) {
            log.commit(number);
            tail.read();
            assertThat(numbers(drain(stream))).containsExactly(number);
        }

        assertThat(numbers(heard)).containsExactlyElementsOf(log.numbers());
    }

    @Test
    void an_unfilled_gap_keeps_nobody_from_sharing() throws InterruptedException {
        var stream = source.openStream(null);
        log.commit(1, 5, 9);
        tail.read();
        drain(stream);
        int before = log.readings;
        log.commit(10);
        tail.read();

        assertThat(numbers(drain(stream))).containsExactly(10L);
        assertThat(log.readings - before).isEqualTo(1);
    }

    @Test
    void with_late_lost_and_many_numbers_each_stream_gets_every_event_and_a_listener_each_once() throws Exception {
        for (int seed = 0; seed < 10; seed++) {
            new LogTailTest().runAtRandom(new Random(seed));
        }
    }

    private void runAtRandom(Random random) throws InterruptedException {
        Map<LogStream, TreeSet<Long>> streams = new HashMap<>();
        var pending = new ArrayList<Long>();
        long number = 0;
        for (int step = 0; step < 150; step++) {
            for (int i = random.nextInt(40); i > 0; i--) {
                pending.add(++number);
            }
            settle(pending, random);
            if (random.nextInt(3) > 0) {
                tail.read();
            }
            if (random.nextInt(20) == 0) {
                streams.put((LogStream) source.openStream(null), new TreeSet<>());
            }
            for (var stream : streams.entrySet()) {
                if (random.nextInt(4) == 0) {
                    stream.getValue().addAll(numbers(drain(stream.getKey())));
                }
            }
        }
        log.commit(++number);
        tail.read();
        for (var stream : streams.entrySet()) {
            stream.getValue().addAll(numbers(drain(stream.getKey())));
            assertThat(stream.getValue()).isEqualTo(new TreeSet<>(log.numbers()));
        }
        assertThat(numbers(heard)).containsExactlyInAnyOrderElementsOf(log.numbers());
    }

    /** Commits some of what is pending, in any order, and rolls some of it back. */
    private void settle(List<Long> pending, Random random) {
        for (int i = pending.size() - 1; i >= 0; i--) {
            if (random.nextInt(3) > 0) {
                long number = pending.remove(i);
                if (random.nextInt(5) > 0) {
                    log.commit(number);
                }
            }
        }
    }

    @Test
    void a_stored_position_with_gaps_goes_on_where_it_was() throws InterruptedException {
        log.commit(1, 2, 5);
        var events = drain(source.openStream(null));
        var position = events.get(2).trackingToken();
        log.commit(4, 6);
        tail.read();

        assertThat(numbers(drain(source.openStream(position)))).containsExactly(4L, 6L);
    }

    private static List<TrackedEventMessage<?>> drain(BlockingStream<TrackedEventMessage<?>> stream)
            throws InterruptedException {
        var events = new ArrayList<TrackedEventMessage<?>>();
        while (stream.peek().isPresent()) {
            events.add(stream.nextAvailable());
        }
        return events;
    }

    private static List<Long> numbers(List<? extends EventMessage<?>> events) {
        return events.stream()
                .map(event -> ((DomainEventMessage<?>) event).getSequenceNumber())
                .toList();
    }
}
