package app.lookback.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a person's browser does: it keeps cookies and repeats the CSRF token. */
final class Browser {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Map<String, String> cookies =
            new TreeMap<>(Map.of("XSRF-TOKEN", UUID.randomUUID().toString()));
    private final Map<String, String> headers = new TreeMap<>();
    private Node node;

    private Browser(Node node) {
        this.node = node;
    }

    static Browser at(Node node) {
        var browser = new Browser(node);
        browser.headers.put("X-XSRF-TOKEN", String.valueOf(browser.cookies.get("XSRF-TOKEN")));
        return browser;
    }

    static Browser ofAdministrator(Node node) {
        var browser = at(node);
        browser.post("/api/setup", Map.of("token", node.setupToken(), "name", "Ada", "password", "a long password"))
                .expect(201);
        return browser;
    }

    /** The same cookies, at another node. */
    Browser movesTo(Node other) {
        node = other;
        return this;
    }

    Browser with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    Browser without(String header) {
        headers.remove(header);
        return this;
    }

    String cookie(String name) {
        return String.valueOf(cookies.get(name));
    }

    void setCookie(String name, String value) {
        cookies.put(name, value);
    }

    Answer post(String path, Object json) {
        return postText(path, JsonMapper.shared().writeValueAsString(json));
    }

    Answer post(String path) {
        return send("POST", path, null, new byte[0]);
    }

    Answer postText(String path, String json) {
        return send("POST", path, "application/json", json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    Answer postBytes(String path, String contentType, byte[] bytes) {
        return send("POST", path, contentType, bytes);
    }

    Answer delete(String path) {
        return send("DELETE", path, null, new byte[0]);
    }

    Answer send(String method, String path, String contentType, byte[] body) {
        var request = HttpRequest.newBuilder(URI.create(node.address() + path))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        var pairs = new ArrayList<String>();
        cookies.forEach((name, value) -> pairs.add(name + "=" + value));
        request.header("Cookie", String.join("; ", pairs));
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            var setCookies = response.headers().allValues("Set-Cookie");
            setCookies.forEach(this::keep);
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body(),
                    response.headers().firstValue("Retry-After").orElse(""),
                    setCookies);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void keep(String setCookie) {
        var pair = setCookie.substring(0, setCookie.indexOf(';')).split("=", 2);
        if (pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    record Answer(int status, String contentType, String body, String retryAfter, List<String> setCookies) {

        Answer expect(int expected) {
            if (status != expected) {
                throw new AssertionError("Expected " + expected + " but got " + status + ": " + body);
            }
            return this;
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        String field(String name) {
            return json().get(name).asString();
        }

        long number(String name) {
            return json().get(name).asLong();
        }
    }
}
