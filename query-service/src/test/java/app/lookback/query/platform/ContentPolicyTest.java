package app.lookback.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lookback.query.rendering.Renderer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentPolicyTest {

    private static final Pattern STYLE = Pattern.compile("style=\"([^\"]*)\"");

    @Test
    void nothing_is_loaded_from_elsewhere_and_no_style_or_script_but_our_own() {
        assertThat(new ContentPolicy("").ofReaders())
                .contains("img-src 'self' data:; ", "media-src 'self'; ", "script-src 'self'; ")
                .doesNotContain("unsafe-inline", "https:");
        assertThat(new ContentPolicy("").ofStudio("n0nce"))
                .contains("'nonce-n0nce'")
                .doesNotContain("unsafe-inline");
    }

    @Test
    void the_styles_of_a_tables_cells_are_those_that_are_let_through() throws Exception {
        var table = new Renderer().forReaders("|a|b|c|\n|:-|:-:|-:|\n|1|2|3|\n").html();
        var styles = STYLE.matcher(table)
                .results()
                .map(style -> style.group(1))
                .distinct()
                .toList();

        assertThat(styles).hasSize(3);
        for (var style : styles) {
            var hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            assertThat(new ContentPolicy("").ofReaders())
                    .contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
        }
    }

    @Test
    void an_administrator_may_name_other_sites_for_images() {
        var policy = new ContentPolicy("https://img.example.org, https://*.example.com:8443");

        assertThat(policy.ofReaders())
                .contains("img-src 'self' data: https://img.example.org https://*.example.com:8443;");
        assertThat(policy.imagesFrom()).isEqualTo("https://img.example.org https://*.example.com:8443");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "http://example.org", "https://example.org/path", "https://a; script-src *", "'self'"})
    void what_is_no_site_is_refused(String written) {
        assertThatThrownBy(() -> new ContentPolicy(written)).hasMessageContaining("LOOKBACK_IMAGES_FROM");
    }
}
