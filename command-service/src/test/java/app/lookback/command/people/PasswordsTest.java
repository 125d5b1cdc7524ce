package app.lookback.command.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lookback.command.platform.Body.Malformed;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void a_password_is_kept_as_a_salted_argon2id_hash_under_its_name() {
        assertThat(passwords.hash("correct horse")).startsWith("{argon2id}$argon2id$");
        assertThat(passwords.hash("correct horse")).isNotEqualTo(passwords.hash("correct horse"));
    }

    @Test
    void only_the_password_matches_and_never_that_of_an_account_without_one() {
        var stored = passwords.hash("correct horse");
        assertThat(passwords.matches("correct horse", stored)).isTrue();
        assertThat(passwords.matches("correct horsE", stored)).isFalse();
        assertThat(passwords.matches("the password of no account", null)).isFalse();
    }

    @Test
    void a_password_has_10_to_200_characters() {
        assertThatThrownBy(() -> passwords.hash("123456789")).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> passwords.hash("x".repeat(201))).isInstanceOf(Malformed.class);
        assertThat(passwords.matches("x".repeat(200), passwords.hash("x".repeat(200))))
                .isTrue();
    }
}
