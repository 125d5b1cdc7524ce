package app.lookback.command.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lookback.command.platform.Body.Malformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountNameTest {

    @Test
    void a_name_is_trimmed() {
        assertThat(AccountName.of(" \u3000 Ada Lovelace ").text()).isEqualTo("Ada Lovelace");
    }

    @ParameterizedTest
    @CsvSource({"Ada,ADA", "straße,STRASSE", "Ａｄａ,ada", "é,e\u0301"})
    void case_and_form_of_letters_make_no_other_name(String one, String other) {
        assertThat(AccountName.of(one).key()).isEqualTo(AccountName.of(other).key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\nb", "a\u202eb", "a\u200bb", "\ud83d", "a\u0000"})
    void what_cannot_be_seen_is_no_name(String name) {
        assertThatThrownBy(() -> AccountName.of(name)).isInstanceOf(Malformed.class);
    }

    @Test
    void a_name_has_60_characters_at_most() {
        assertThat(AccountName.of("😀".repeat(60)).text()).hasSize(120);
        assertThatThrownBy(() -> AccountName.of("x".repeat(61))).isInstanceOf(Malformed.class);
    }
}
