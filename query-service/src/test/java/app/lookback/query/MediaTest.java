package app.lookback.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.lookback.query.Running.Browser;
import app.lookback.query.platform.Hash;
import app.lookback.query.platform.Written;
import app.lookback.text.ChangeSet;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The images of a person's posts, and where each is used. */
class MediaTest {

    private static final String SOURCE = """
            +++
            title = "Seasons"
            +++

            {{< figure src="/images/spring.webp" alt="Rain on a window" >}}

            ![カメラ](/images/camera.png)
            """;

    private static Running service;
    private static Browser ada;
    private static Browser stranger;

    @BeforeAll
    static void some_images_are_used() throws Exception {
        service = Running.service();
        ada = service.account("Ada of the images");
        stranger = service.account("Someone else");
        var written = Written.by(ada.person, "/posts/seasons-in-pictures/");
        for (var path : new String[] {"spring.jpg", "spring.webp", "camera.png", "forgotten.png", "removed.png"}) {
            written.pictured(ada.person, "/images/" + path, stored(path));
        }
        written.scaled(ada.person, "/images/spring.webp", "/images/spring.jpg")
                .pictureRemoved(ada.person, "/images/removed.png")
                .types(ada.person, 0, SOURCE)
                .published(ada.person)
                .edits(ada.person, ChangeSet.replace(SOURCE.length(), 0, SOURCE.length(), "Bare."));
        service.happens(written);
        await().untilAsserted(() -> {
            assertThat(media("").path("found").asInt()).isEqualTo(3);
            assertThat(names(media("?unused=true"))).isEqualTo("forgotten.png");
        });
    }

    private static byte[] stored(String name) {
        var bytes = ("the bytes of " + name).getBytes(StandardCharsets.UTF_8);
        service.bean(JdbcClient.class)
                .sql("""
                        INSERT INTO media (sha256, media_type, size, bytes, created_at, width, height)
                        VALUES (:sha256, 'image/png', :size, :bytes, now(), 640, 480)""")
                .param("sha256", Hash.sha256(bytes))
                .param("size", bytes.length)
                .param("bytes", bytes)
                .update();
        return bytes;
    }

    private static JsonNode media(String query) {
        return JsonMapper.shared().readTree(ada.get("/api/media" + query).body());
    }

    private static String names(JsonNode answer) {
        var names = new StringBuilder();
        answer.path("images")
                .forEach(image -> names.append(names.isEmpty() ? "" : " ")
                        .append(image.path("path").asString().substring("/images/".length())));
        return names.toString();
    }

    @Test
    void each_says_what_it_is_and_where_it_is_used() {
        var image = media("?q=spring").path("images").get(0);

        assertThat(image.path("path").asString()).isEqualTo("/images/spring.webp");
        assertThat(image.path("measure").path("width").asInt()).isEqualTo(640);
        assertThat(image.path("by").path("name").asString()).isEqualTo("Ada of the images");
        assertThat(image.path("original").path("path").asString()).isEqualTo("/images/spring.jpg");
        assertThat(image.path("uses").size()).isEqualTo(1);
        assertThat(image.path("uses").get(0).path("draft").asBoolean()).isFalse();
        assertThat(image.path("uses").get(0).path("editions").toString()).isEqualTo("[1]");
    }

    @Test
    void what_was_removed_and_originals_behind_a_copy_are_not_offered() {
        assertThat(names(media("")).split(" ")).containsExactlyInAnyOrder("spring.webp", "camera.png", "forgotten.png");
    }

    @Test
    void pages_follow_each_other() {
        var first = media("?limit=2");
        var second = media("?limit=2&after=" + first.path("next").asString());

        assertThat(first.path("images").size()).isEqualTo(2);
        assertThat(second.path("images").size()).isEqualTo(1);
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void others_see_none_of_them_and_strangers_are_not_let_in() {
        assertThat(stranger.get("/api/media").body()).contains("\"found\":0");
        assertThat(service.stranger().get("/api/media").statusCode()).isEqualTo(401);
    }

    @Test
    void a_question_out_of_bounds_is_refused_in_a_sentence() {
        var tooLong = ada.get("/api/media?q=" + "a".repeat(201));
        assertThat(tooLong.statusCode()).isEqualTo(400);
        assertThat(tooLong.body()).contains("at most 200 characters");
        assertThat(ada.get("/api/media?limit=201").statusCode()).isEqualTo(400);
        assertThat(ada.get("/api/media?limit=-1").body()).contains("from 1 to 200");
    }
}
