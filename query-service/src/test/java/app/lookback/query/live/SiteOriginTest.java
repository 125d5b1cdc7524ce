package app.lookback.query.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class SiteOriginTest {

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080,   http,  localhost,    8080, true",
        "http://blog.example,     http,  blog.example, 80,   true",
        "https://blog.example,    https, blog.example, 443,  true",
        "https://blog.example,    http,  blog.example, 80,   true",
        "https://BLOG.example,    https, blog.example, 443,  true",
        "http://blog.example,     https, blog.example, 443,  false",
        "http://localhost:8081,   http,  localhost,    8080, false",
        "http://localhost,        http,  localhost,    8080, false",
        "https://blog.example.com,https, blog.example, 443,  false",
        "https://evil.example,    https, blog.example, 443,  false",
        "https://blog.example@evil.example, https, blog.example, 443, false",
        "null,                    http,  localhost,    8080, false",
        "file://,                 http,  localhost,    8080, false",
        "ht tp,                   http,  localhost,    8080, false",
    })
    void is_exactly_the_sites_host_and_port(String origin, String scheme, String server, int port, boolean own) {
        var request = new MockHttpServletRequest();
        request.setScheme(scheme);
        request.setSecure(scheme.equals("https"));
        request.setServerName(server);
        request.setServerPort(port);
        request.addHeader("Origin", origin);

        assertThat(SiteOrigin.isOwn(request)).isEqualTo(own);
    }

    @Test
    void a_request_without_an_origin_is_nobodys() {
        assertThat(SiteOrigin.isOwn(new MockHttpServletRequest())).isFalse();
    }
}
