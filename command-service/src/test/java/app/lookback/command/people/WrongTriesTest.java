package app.lookback.command.people;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lookback.command.people.WrongTries.TooManyTries;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WrongTriesTest {

    private final AtomicLong nanos = new AtomicLong();
    private final WrongTries tries = new WrongTries(nanos::get);

    @BeforeEach
    void ten_wrong_tries() {
        for (int n = 0; n < 10; n++) {
            tries.check("ada", "10.0.0.1");
            tries.wrong("ada", "10.0.0.1");
        }
    }

    @Test
    void the_eleventh_try_is_refused() {
        assertThatThrownBy(() -> tries.check("ada", "10.0.0.1")).isInstanceOf(TooManyTries.class);
    }

    @Test
    void another_name_or_address_may_try() {
        assertThatCode(() -> tries.check("ben", "10.0.0.1")).doesNotThrowAnyException();
        assertThatCode(() -> tries.check("ada", "10.0.0.2")).doesNotThrowAnyException();
    }

    @Test
    void after_a_minute_all_may_try_again() {
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(61));
        assertThatCode(() -> tries.check("ada", "10.0.0.1")).doesNotThrowAnyException();
    }
}
