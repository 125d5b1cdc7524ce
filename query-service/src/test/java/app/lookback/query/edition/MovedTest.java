package app.lookback.query.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.lookback.contract.AddressEvent.AddressClaimed;
import app.lookback.contract.PostId;
import app.lookback.contract.SiteFileEvent;
import app.lookback.contract.SiteFileEvent.FileKept;
import app.lookback.query.Running;
import app.lookback.query.platform.Hash;
import app.lookback.query.platform.Stores;
import app.lookback.query.platform.Written;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A published post that went from /films/a/ by /films/b/ to /films/c/. */
class MovedTest {

    private static final String SOURCE = """
            ---
            title: The wanderer
            date: 2150-01-01
            tags: [wandering]
            ---
            Once upon a gadabout.
            ![The map](map.png)
            """;

    private static Running service;
    private static Running.Browser ada;
    private static Running.Browser reader;
    private static Written written;
    private static String nameInFeeds;
    private static final List<DomainEventMessage<?>> ALL = new ArrayList<>();

    @BeforeAll
    static void it_moves() throws Exception {
        service = Running.service();
        ada = service.account("Ada who moves");
        reader = service.stranger();
        written = Written.by(ada.person, "/films/a/")
                .placed(ada.person, "content/films/a/index.md")
                .types(ada.person, 0, SOURCE)
                .published(ada.person)
                .types(ada.person, SOURCE.length(), "And on.\n")
                .published(ada.person);
        claims("/films/a/", written.post);
        happens();
        map();
        await().until(() -> reader.get("/films/a/").body().contains("And on."));
        assertThat(reader.get("/films/a/editions/1...2/").body()).contains("href=\"/films/a/editions/1/\"");
        await().until(() -> reader.get("/search/?q=gadabout").body().contains("/films/a/"));
        nameInFeeds = nameInFeeds("/films/a/");
        claims("/films/b/", written.post);
        written.moved(ada.person, "/films/b/");
        happens();
        claims("/films/c/", written.post);
        written.moved(ada.person, "/films/c/");
        happens();
        await().until(() -> reader.get("/films/c/").statusCode() == 200);
    }

    /** What feeds call the post that is found at this path now. */
    private static String nameInFeeds(String path) {
        var feed = reader.get("/atom.xml").body();
        var entry = feed.substring(feed.indexOf(path));
        return entry.substring(entry.indexOf("<id>"), entry.indexOf("</id>"));
    }

    private static void happens() {
        ALL.addAll(written.events());
        service.happens(written);
    }

    private static void claims(String path, PostId post) {
        var claimed = new AddressClaimed(path, post, Instant.now());
        service.append(new GenericDomainEventMessage<>("Address", path, 0, claimed));
    }

    private static void map() {
        var bytes = "a map".getBytes(StandardCharsets.UTF_8);
        var kept = new FileKept(
                "content/films/a/map.png", Hash.sha256(bytes), "image/png", bytes.length, ada.person, Instant.now());
        service.stores(bytes);
        service.append(new GenericDomainEventMessage<>("SiteFile", SiteFileEvent.aggregate(kept.path()), 0, kept));
        await().until(() -> reader.get("/films/a/map.png").statusCode() == 200);
    }

    @ParameterizedTest
    @CsvSource({
        "/films/a/, /films/c/",
        "/films/b/, /films/c/",
        "/Films/A, /films/c/",
        "/films/a/editions/1/, /films/c/editions/1/",
        "/films/b/editions/2, /films/c/editions/2/",
        "/films/a/editions/1...2/, /films/c/editions/1...2/",
        "/films/a/map.png, /films/c/map.png",
        "/films/b/editions/1/map.png, /films/c/editions/1/map.png",
    })
    void every_address_that_it_had_leads_to_the_newest_at_once(String old, String now) {
        var answer = reader.get(old);

        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(answer.headers().firstValue("Location")).contains(now);
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-cache"));
        assertThat(reader.get(now).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"/films/a/none.png", "/films/a/editions/", "/films/a/editions/1/none", "/films/", "/films/c/none.png"})
    void what_was_never_there_is_not_said_to_have_moved(String address) {
        assertThat(reader.get(address).statusCode()).isEqualTo(404);
    }

    @Test
    void its_editions_are_what_they_were_and_tell_the_new_address() {
        assertThat(reader.get("/films/c/editions/1/").body())
                .contains("Once upon a gadabout.", "/films/c/editions/1...2/")
                .containsPattern("<link rel=\"canonical\" href=\"http://[^/\"]+/films/c/\">")
                .doesNotContain("/films/a/");
        assertThat(reader.get("/films/c/").body())
                .containsPattern("\"url\":\"http://[^/\"]+/films/c/\"")
                .contains("/films/c/editions/1/");
        assertThat(reader.get("/films/c/editions/1...2/").body())
                .contains("href=\"/films/c/editions/1/\"")
                .doesNotContain("/films/a/");
    }

    @Test
    void lists_feeds_the_map_and_the_search_follow_it_and_a_feeds_reader_knows_it_again() {
        for (var list : List.of("/", "/archive/", "/tags/wandering/", "/index.xml", "/sitemap.xml")) {
            assertThat(reader.get(list).body())
                    .as(list)
                    .contains("/films/c/")
                    .doesNotContain("/films/b/", "href=\"/films/a/");
        }
        assertThat(nameInFeeds("/films/c/")).isEqualTo(nameInFeeds);
        assertThat(reader.get("/search/?q=gadabout").body())
                .contains("/films/c/")
                .doesNotContain("/films/a/");
    }

    @Test
    void a_reference_by_any_of_its_names_leads_to_it() {
        var other = Written.by(ada.person, "/films/other/")
                .types(ada.person, 0, "[by name]({{< relref \"/films/a\" >}}) [again]({{< relref \"/films/b\" >}})\n")
                .published(ada.person);
        service.happens(other);

        await().untilAsserted(() -> assertThat(reader.get("/films/other/").body())
                .contains("href=\"/films/c/\">by name", "/films/c/\">again"));
        assertThat(ada.get("/api/posts/" + other.post + "/revisions/1").body())
                .contains("/films/c/")
                .doesNotContain("leads to no post");
    }

    @Test
    void the_same_events_once_more_and_the_view_built_again_change_nothing() {
        var before = pages();

        Stores.project(ALL, service.bean(Publishing.class));
        assertThat(pages()).isEqualTo(before);
        Stores.project(ALL.subList(0, ALL.size() - 1), service.bean(Publishing.class), 1);
        assertThat(pages()).isEqualTo(before);

        service.rebuild("editions");
        await().untilAsserted(() -> assertThat(pages()).isEqualTo(before));
        service.isBuiltAgain();
    }

    private static List<String> pages() {
        return Stream.of("/films/c/", "/films/c/editions/1/", "/films/a/", "/films/b/", "/films/a/map.png")
                .map(reader::get)
                .map(answer ->
                        answer.statusCode() + answer.body() + answer.headers().firstValue("Location"))
                .toList();
    }

    @Test
    void who_comes_back_is_found_there_and_the_other_address_leads_to_it() {
        var back = moved("/films/back/", "/films/away/");
        await().until(() -> reader.get("/films/away/").statusCode() == 200);

        service.happens(back.moved(ada.person, "/films/back/"));

        await().until(() -> reader.get("/films/back/").statusCode() == 200);
        assertThat(location(reader.get("/films/away/"))).isEqualTo("301 /films/back/");
    }

    @Test
    void what_another_post_has_claimed_below_an_old_address_is_that_posts() {
        moved("/films/above/", "/films/elsewhere/");
        var below = Written.by(ada.person, "/films/above/part/")
                .types(ada.person, 0, "A part.")
                .published(ada.person);
        claims("/films/above/part/", below.post);
        service.happens(below);

        await().until(() -> reader.get("/films/above/part/").body().contains("A part."));
        assertThat(location(reader.get("/films/above/editions/1/"))).isEqualTo("301 /films/elsewhere/editions/1/");
        assertThat(reader.get("/films/above/part/editions/1/").body()).contains("A part.");
    }

    @Test
    void an_old_address_of_what_is_taken_back_or_deleted_leads_nowhere() {
        var gone = moved("/films/was/", "/films/is/");
        await().until(() -> location(reader.get("/films/was/")).equals("301 /films/is/"));

        service.happens(gone.withdrawn(ada.person));
        await().until(() -> reader.get("/films/is/").statusCode() == 410);
        assertThat(reader.get("/films/was/").statusCode()).isEqualTo(404);
        assertThat(reader.get("/films/was/editions/1/").statusCode()).isEqualTo(404);

        service.happens(gone.published(ada.person));
        await().until(() -> location(reader.get("/films/was/")).equals("301 /films/is/"));
        service.happens(gone.deleted(ada.person));
        await().until(() -> reader.get("/films/is/").statusCode() == 410);
        assertThat(reader.get("/films/was/").statusCode()).isEqualTo(404);
    }

    private static Written moved(String from, String to) {
        var post = Written.by(ada.person, from).types(ada.person, 0, "Text.").published(ada.person);
        claims(from, post.post);
        claims(to, post.post);
        service.happens(post.moved(ada.person, to));
        return post;
    }

    private static String location(HttpResponse<String> answer) {
        return answer.statusCode() + " "
                + answer.headers().firstValue("Location").orElse("");
    }
}
