package app.lookback.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.lookback.query.Running.Browser;
import app.lookback.query.platform.Written;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What docs/api.md says of looking back, through the wire. */
class LookingBackTest {

    private static Running service;
    private static Browser ada;
    private static Browser ben;
    private static Written written;

    @BeforeAll
    static void ada_and_ben_wrote() throws Exception {
        service = Running.service();
        ada = service.account("Ada who looks back");
        ben = service.account("Ben who looks back");
        written = Written.by(ada.person, "/posts/looked-back/")
                .admitted(ben.person, ada.person)
                .types(ada.person, 0, "# Spring\n\nIt was warm.\n")
                .labelled(ada.person, 1, 1, "First")
                .published(ada.person)
                .types(ada.person, 22, " And bright.")
                .after(Duration.ofHours(1))
                .types(ben.person, 17, "very ")
                .broughtBack(ben.person, 1, 3)
                .published(ben.person);
        service.happens(written);
        await().until(() -> at(ada, "/history").path("newest").asLong() == 3);
        await().until(() -> at(ada, "/history").path("restorations").size() == 1);
        await().until(() -> at(ben, "").path("editions").size() == 2);
    }

    private static JsonNode at(Browser browser, String question) {
        return JsonMapper.shared()
                .readTree(browser.get("/api/posts/" + written.post + question).body());
    }

    @Test
    void the_history_tells_labels_restorations_and_how_much_was_written() {
        var history = at(ada, "/history");

        assertThat(history.path("labels").get(0).path("name").asString()).isEqualTo("First");
        assertThat(history.path("restorations").get(0).path("as").asLong()).isEqualTo(3);
        assertThat(history.path("activity").path("inserted").get(0).asLong()).isEqualTo(23 + 12 + 5);
        assertThat(history.path("sessions").size()).isEqualTo(2);
    }

    @Test
    void a_range_is_told_in_columns_and_never_changes() {
        var answer = ada.get("/api/posts/" + written.post + "/revisions/2-3");
        var range = JsonMapper.shared().readTree(answer.body());

        assertThat(range.path("length").asInt()).isEqualTo(23);
        assertThat(range.path("changes").toString()).isEqualTo("[[22,0,\" And bright.\"],[-17,0,\"very \"]]");
        assertThat(range.path("author").toString()).isEqualTo("[0,1,1,1]");
        assertThat(range.path("at").get(1).asLong()).isEqualTo(3_601_000);
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("immutable", "private"));
        assertThat(answer.headers().firstValue("Vary"))
                .hasValueSatisfying(value -> assertThat(value).containsIgnoringCase("cookie"));
    }

    @Test
    void a_source_is_plain_text() {
        var answer = ada.get("/api/posts/" + written.post + "/revisions/2/source");

        assertThat(answer.body()).isEqualTo(written.source(2));
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain;charset=UTF-8");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void revisions_and_editions_are_compared() {
        var compared = at(ada, "/compare/1...edition-2");

        assertThat(compared.path("to").asLong()).isEqualTo(3);
        assertThat(compared.path("inserted").asInt()).isEqualTo(3);
        assertThat(compared.path("hunks").get(1).path("pieces").toString())
                .contains("{\"kind\":\"inserted\",\"text\":\"very \"}");
        assertThat(at(ada, "/compare/1...3/page")
                        .path("parts")
                        .get(1)
                        .path("html")
                        .asString())
                .contains("<ins><span class=\"visually-hidden\">inserted: </span>very </ins>");
    }

    @Test
    void authors_have_their_share() {
        var authorship = at(ada, "/revisions/3/authorship");

        var bens = authorship.path("contributors").get(1);
        assertThat(bens.path("name").asString()).isEqualTo("Ben who looks back");
        assertThat(bens.path("surviving").asLong()).isEqualTo(5);
        assertThat(authorship.path("lines").get(2).get(1).asLong()).isEqualTo(3);
        assertThat(authorship.path("lines").size()).isEqualTo(4);
        assertThat(authorship.path("lines").get(3).isNull()).isTrue();
    }

    @Test
    void on_return_one_is_told_what_others_changed() {
        assertThat(at(ada, "/since").path("seen").isNull()).isTrue();

        service.bean(JdbcClient.class)
                .sql("INSERT INTO visit (person, post, revision, at) VALUES (?, ?, 1, now())")
                .params(UUID.fromString(ada.person.value()), written.post.value())
                .update();

        var since = at(ada, "/since");
        assertThat(since.path("seen").asLong()).isEqualTo(1);
        assertThat(since.path("changes").size()).isEqualTo(1);
        var change = since.path("changes").get(0);
        assertThat(change.path("people").get(0).path("name").asString()).isEqualTo("Ben who looks back");
        assertThat(change.path("inserted").asInt()).isEqualTo(1);
        assertThat(change.path("excerpt").asString()).isEqualTo("very");
    }

    @Test
    void each_answer_is_as_openapi_describes_it() {
        var described = new Described();
        var values =
                Map.of("post", written.post.value(), "number", "2", "from", "1", "to", "3", "pair", "1...edition-2");

        var answers = described.answers(values);

        assertThat(answers).hasSize(8);
        answers.forEach((address, schema) -> {
            var answer = ada.get(address);
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            assertThat(described.differences(JsonMapper.shared().readTree(answer.body()), schema))
                    .as(address)
                    .isEmpty();
        });
    }
}
