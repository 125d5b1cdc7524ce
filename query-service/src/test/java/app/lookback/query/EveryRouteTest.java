package app.lookback.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.lookback.contract.SiteFileEvent;
import app.lookback.contract.SiteFileEvent.FileKept;
import app.lookback.query.Running.Browser;
import app.lookback.query.platform.Freshness;
import app.lookback.query.platform.Hash;
import app.lookback.query.platform.Written;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A stranger, and someone signed in who was not let in, walk over every route that there is, and over the addresses at which
 * posts and files may stand: a draft, a withdrawn post and a deleted one are told of nowhere. A new route is walked by
 * itself; a new kind of variable has to be told here what stands for it.
 */
class EveryRouteTest {

    private static final String SECRET = "unheardof";
    private static final List<String> KINDS = List.of("draft", "withdrawn", "deleted", "expelled");
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)(?::((?:[^{}]|\\{[^{}]*\\})*))?\\}");

    /** A stream, which ends after a minute for which nobody waits here; and the server's own, to which no request leads. */
    private static final Set<String> NOT_WALKED = Set.of("/api/library/changes", "/error");

    private static Running service;
    private static Browser ada;
    private static Browser outsider;
    private static final List<Written> posts = new ArrayList<>();

    @BeforeAll
    static void three_posts_that_no_stranger_may_read() throws Exception {
        service = Running.service();
        ada = service.account("Ada of all routes");
        outsider = service.account("Someone not let in");
        for (var kind : KINDS) {
            posts.add(post(kind));
        }
        posts.get(1).published(ada.person).withdrawn(ada.person);
        posts.get(2).published(ada.person).deleted(ada.person);
        posts.get(3).admitted(outsider.person, ada.person).tookBack(outsider.person, ada.person);
        posts.forEach(service::happens);
        await().until(() -> status(ada, "/api/posts/" + posts.get(0).post) == 200);
        await().until(() -> status(ada, path("withdrawn")) == 410 && status(ada, path("deleted")) == 410);
        await().until(() -> status(ada, "/images/" + SECRET + "-draft.png") == 200);
        await().until(() -> service.bean(Freshness.class).generation() != Freshness.NONE);
    }

    private static Written post(String kind) {
        var picture = (SECRET + " picture of what is " + kind).getBytes(StandardCharsets.UTF_8);
        service.stores(picture);
        var file = "content%sbeside.txt".formatted(path(kind));
        service.append(new GenericDomainEventMessage<>(
                "SiteFile",
                SiteFileEvent.aggregate(file),
                0,
                new FileKept(file, Hash.sha256(picture), "text/plain", picture.length, ada.person, Instant.now())));
        return Written.by(ada.person, path(kind))
                .placed(ada.person, "content%sindex.md".formatted(path(kind)))
                .pictured(ada.person, "/images/%s-%s.png".formatted(SECRET, kind), picture)
                .types(ada.person, 0, """
                        ---
                        title: %1$s title
                        description: %1$s description
                        tags: [%1$s tag]
                        categories: [%1$s category]
                        series: [%1$s series]
                        aliases: [/old/%1$s/]
                        rating: 3/5
                        ---
                        %1$s hushed words. ![%1$s](/images/%1$s-%2$s.png)
                        """.formatted(SECRET, kind))
                .labelled(ada.person, 1, 1, SECRET + " name");
    }

    private static String path(String kind) {
        return "/films/%s-path-%s/".formatted(SECRET, kind);
    }

    private static int status(Browser who, String address) {
        return who.get(address).statusCode();
    }

    @Test
    void no_route_tells_a_stranger_of_what_is_not_published() {
        var addresses = addresses();

        assertThat(addresses).hasSizeGreaterThan(150).contains("/api/library", "/sitemap.xml", "/tags/");
        for (var who : List.of(service.stranger(), outsider)) {
            for (var address : addresses) {
                var answer = who.get(address);
                var said = answer.body().replace(address, "");
                assertThat(said).as("GET %s: %s", address, answer.statusCode()).doesNotContain(SECRET);
                assertThat(answer.statusCode()).as(address).isNotEqualTo(500);
                assertThat(answer.headers().map().toString()).as(address).doesNotContain(SECRET + " ");
            }
        }
    }

    @Test
    void its_people_do_find_what_strangers_do_not() {
        assertThat(ada.get("/api/posts/" + posts.get(0).post).body()).contains(SECRET + " hushed words");
        assertThat(ada.bytes("/images/" + SECRET + "-draft.png").statusCode()).isEqualTo(200);
        assertThat(ada.get(path("draft") + "beside.txt").statusCode()).isEqualTo(200);
        assertThat(service.stranger().get(path("draft") + "beside.txt").statusCode())
                .isEqualTo(404);
    }

    private static Set<String> addresses() {
        var addresses = new TreeSet<String>();
        for (var pattern : patterns()) {
            addresses.addAll(filled(pattern));
        }
        for (var kind : KINDS) {
            var path = path(kind);
            for (var below : List.of(
                    "",
                    "editions/1/",
                    "editions/2/",
                    "editions/1...2/",
                    "editions/0...1/",
                    "editions/history/",
                    "editions/1/card.png",
                    "card.png",
                    "beside.txt",
                    "index.md",
                    "editions/1/beside.txt",
                    "index.xml")) {
                addresses.add(path + below);
            }
            addresses.add(path.substring(0, path.length() - 1));
            addresses.add(path.toUpperCase(Locale.ROOT));
            addresses.add("/content" + path + "index.md");
        }
        for (var taxonomy : List.of("/tags/", "/categories/", "/series/", "/authors/")) {
            addresses.add(taxonomy);
            for (var term : List.of("-tag", "-category", "-series")) {
                for (var below : List.of("", "/", "/page/1/", "/page/2/", "/index.xml", "/atom.xml", "/feed.json")) {
                    addresses.add(taxonomy + SECRET + term + below);
                }
            }
        }
        addresses.addAll(List.of(
                "/authors/ada-of-all-routes/",
                "/old/" + SECRET + "/",
                "/search/?q=hushed",
                "/search/?q=hushed&author=ada-of-all-routes",
                "/search/?author=ada-of-all-routes",
                "/page/2/",
                "/posts/page/2/",
                "/api/media?q=hushed",
                "/api/library?q=hushed"));
        return addresses;
    }

    private static Set<String> patterns() {
        var patterns = new TreeSet<String>();
        for (var routes : service.beans(RequestMappingHandlerMapping.class)) {
            routes.getHandlerMethods().keySet().stream()
                    .filter(route -> isRead(route.getMethodsCondition().getMethods()))
                    .forEach(route -> patterns.addAll(route.getPatternValues()));
        }
        patterns.removeAll(NOT_WALKED);
        return patterns;
    }

    private static boolean isRead(Set<RequestMethod> methods) {
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }

    private static List<String> filled(String pattern) {
        var variable = VARIABLE.matcher(pattern);
        if (!variable.find()) {
            return List.of(pattern.replace("/**", "/x"));
        }
        return values(variable, pattern).stream()
                .flatMap(value ->
                        filled(pattern.substring(0, variable.start()) + value + pattern.substring(variable.end()))
                                .stream())
                .toList();
    }

    private static List<String> values(Matcher variable, String pattern) {
        var name = variable.group(1);
        if (name.equals("name") && pattern.startsWith("/images/")) {
            return KINDS.stream().map(kind -> SECRET + "-" + kind + ".png").toList();
        }
        if (name.equals("name") || name.equals("post") || name.equals("aggregate")) {
            return posts.stream().map(post -> post.post.value()).toList();
        }
        var values = Map.of(
                        "number", List.of("1", "2"),
                        "from", List.of("1"),
                        "to", List.of("1"),
                        "pair", List.of("0...1", "edition-1...1"),
                        "token", List.of("a-token"),
                        "view", List.of("editions"),
                        "screen", List.of("posts", "media"))
                .get(name);
        assertThat(values)
                .as("what stands for {%s} in %s".formatted(name, pattern))
                .isNotNull();
        return values;
    }
}
