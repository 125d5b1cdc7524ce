package app.lookback.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Someone who uses the protocol of docs/api.md without a browser: cookies, the token against forgery, JSON. */
public final class Person {

    public static final JsonMapper JSON = JsonMapper.shared();

    private final URI site;
    private final CookieManager cookies;
    private final HttpClient http;

    private final String client = UUID.randomUUID().toString();

    public Person(String site) {
        this(site, new CookieManager());
    }

    private Person(String site, CookieManager cookies) {
        this.site = URI.create(site);
        this.cookies = cookies;
        this.http = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /** The same person, signed in, at another node of this host. */
    public Person at(String otherNode) {
        return new Person(otherNode, cookies);
    }

    /** The one editor of this person. */
    String client() {
        return client;
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(site.resolve(path)).GET());
    }

    /** Views follow the log a moment later: as the studio does, it asks again for what was just made. */
    public JsonNode read(String path) {
        var answer = await().pollInSameThread().until(() -> get(path), told -> told.statusCode() != 404);
        assertThat(answer.statusCode()).as("GET %s: %s", path, answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /** Does it and expects it to be taken. */
    public JsonNode does(String path, Object body) {
        var answer = tries(path, body);
        assertThat(answer.statusCode()).as("POST %s: %s", path, answer.body()).isBetween(200, 299);
        return JSON.readTree(answer.body());
    }

    HttpResponse<String> tries(String path, Object body) {
        return post(path, "application/json", JSON.writeValueAsString(body));
    }

    HttpResponse<String> post(String path, String type, String body) {
        get("/api/me");
        return send(HttpRequest.newBuilder(site.resolve(path))
                .header("Content-Type", type)
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new AssertionError("The site does not answer", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", stopped);
        }
    }

    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Opens the live socket of a post, with this person's cookies, as a page of {@code origin} would. */
    CompletableFuture<WebSocket> watches(String post, String origin, WebSocket.Listener listener) {
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Cookie", cookieHeader())
                .header("Origin", origin)
                .subprotocols("lookback.v1")
                .buildAsync(URI.create("ws://" + site.getAuthority() + "/api/posts/" + post + "/live"), listener);
    }

    /** All cookies, as a browser would send them. */
    public String cookieHeader() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }
}
