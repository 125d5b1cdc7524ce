package app.lookback.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LicenceTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            CC BY-SA 4.0, CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/
            cc-by-4.0, CC BY 4.0, https://creativecommons.org/licenses/by/4.0/
            CC BY-NC-ND 4.0 International, CC BY-NC-ND 4.0, https://creativecommons.org/licenses/by-nc-nd/4.0/
            https://creativecommons.org/licenses/by/4.0/deed.ja, CC BY 4.0, https://creativecommons.org/licenses/by/4.0/deed.ja
            CC0 1.0, CC0 1.0, https://creativecommons.org/publicdomain/zero/1.0/
            https://example.org/terms, example.org/terms, https://example.org/terms
            All rights reserved, All rights reserved, -
            javascript:alert(1), javascript:alert(1), -
            'https://example.org/"><script>', 'https://example.org/"><script>', -
            """)
    void it_is_read_as_people_write_it(String written, String name, @Nullable String address) {
        assertThat(Licence.of(written)).isEqualTo(new Licence(name, address));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void what_says_nothing_is_none(@Nullable String written) {
        assertThat(Licence.of(written)).isNull();
        assertThat(Licence.of("x".repeat(301))).isNull();
        assertThat(Objects.requireNonNull(Licence.of("x".repeat(300))).address())
                .isNull();
    }
}
