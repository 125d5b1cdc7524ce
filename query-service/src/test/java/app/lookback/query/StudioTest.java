package app.lookback.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StudioTest {

    private static final Pattern NONCE = Pattern.compile("'nonce-([^']+)'");

    private static Running service;

    @BeforeAll
    static void start() throws Exception {
        service = Running.service();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/studio", "/studio/", "/studio/setup", "/studio/posts/aaaaaaaaaaaaaaaa/history"})
    void each_of_its_addresses_is_the_one_page(String path) {
        var page = service.stranger().get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("csp-nonce");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("XSRF-TOKEN="));
    }

    @Test
    void each_page_has_a_nonce_of_its_own_and_runs_no_script_but_its_files() {
        var one = service.stranger().get("/studio/");
        var other = service.stranger().get("/studio/");
        var policy = one.headers().allValues("Content-Security-Policy");

        assertThat(policy).hasSize(1);
        assertThat(policy.get(0)).contains("script-src 'self';", "frame-ancestors 'none'", "base-uri 'none'");
        var nonce = NONCE.matcher(policy.get(0));
        assertThat(nonce.find()).isTrue();
        assertThat(one.body()).contains("content=\"" + nonce.group(1) + "\"").doesNotContain("__NONCE__");
        assertThat(other.body()).isNotEqualTo(one.body());
    }

    @Test
    void a_file_that_is_named_by_its_hash_is_kept_for_ever() {
        var file = service.stranger().get("/studio/assets/studio-1a2b3c.js");

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).contains("javascript"));
        assertThat(file.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("immutable"));
        assertThat(service.stranger().get("/studio/assets/other.js").statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_page_is_not_served_as_a_plain_file() {
        assertThat(service.stranger().get("/studio/index.html").body()).doesNotContain("__NONCE__");
    }
}
