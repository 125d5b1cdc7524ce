package app.lookback.command;

import static org.assertj.core.api.Assertions.assertThat;

import app.lookback.contract.PostEvent.ImageAdded;
import app.lookback.contract.PostEvent.ImageRemoved;
import app.lookback.contract.PostEvent.ImageScaled;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What docs/api.md says of images, and the sample that comes with one. */
class ImageTest {

    private static Node node;
    private static Browser ada;
    private static String post;
    private static String other;

    @BeforeAll
    static void start() {
        node = Node.on(TestPostgres.newDatabase());
        ada = Browser.ofAdministrator(node);
        post = ada.post("/api/posts", Map.of("title", "Images")).expect(201).field("post");
        other = ada.post("/api/posts", Map.of("title", "Others")).expect(201).field("post");
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void the_same_bytes_have_one_path_and_other_bytes_another() throws IOException {
        assertThat(kept(post, "cover.png", drawn(1))).isEqualTo("/images/cover.png");
        assertThat(kept(post, "cover.png", drawn(1))).isEqualTo("/images/cover.png");
        assertThat(kept(post, "again.png", drawn(1))).isEqualTo("/images/cover.png");
        assertThat(kept(post, "cover.png", drawn(2))).isEqualTo("/images/cover-2.png");
        assertThat(kept(other, "cover.png", drawn(1))).isEqualTo("/images/cover-3.png");
        assertThat(node.database()
                        .sql("SELECT count(*) FROM media WHERE bytes = ?")
                        .param(drawn(1))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(node.events(other)).last().isInstanceOfSatisfying(ImageAdded.class, added -> {
            assertThat(added.mediaType()).isEqualTo("image/png");
            assertThat(added.sha256()).matches("[0-9a-f]{64}");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "..%2F..%2Fetc%2Fpasswd.png,/images/passwd.png",
        "My%20Photo%20(1).JPEG,/images/My-Photo-1.png",
        "%E6%98%A0%E7%94%BB.svg,/images/映画.png",
        "%3Cb%3E.png,/images/b.png",
        ".png,/images/image.png"
    })
    void a_name_is_made_harmless_and_says_what_the_bytes_are(String name, String path) throws IOException {
        assertThat(kept(post, name, drawn(name.hashCode()))).isEqualTo(path);
    }

    @Test
    void what_is_no_image_is_not_stored() {
        long before = node.eventsInAll();
        assertThat(refused(415, text("<html><svg/></html>"))).isEqualTo("unknown-image");
        assertThat(refused(415, text("<!DOCTYPE svg><svg xmlns='http://www.w3.org/2000/svg'/>")))
                .isEqualTo("unfit-drawing");
        assertThat(refused(413, new byte[25_000_001])).isEqualTo("too-large");
        ada.post("/api/posts/" + post + "/images?name=a.png").expect(415);
        assertThat(node.eventsInAll()).isEqualTo(before);
    }

    private static String refused(int status, byte[] bytes) {
        return ada.postBytes("/api/posts/" + post + "/images?name=a.png", "image/png", bytes)
                .expect(status)
                .field("code");
    }

    /** A text that was written elsewhere names it so. */
    @Test
    void an_image_keeps_the_name_that_it_comes_with_as_far_as_it_is_one() throws IOException {
        assertThat(kept(post, "lookBack.png", drawn(301))).isEqualTo("/images/lookBack.png");
        assertThat(kept(post, "Album.PNG", drawn(302))).isEqualTo("/images/Album.PNG");
        assertThat(kept(post, "..%2F..%2Fetc%2FPass%20wd.gif", drawn(303))).isEqualTo("/images/Pass-wd.png");
        assertThat(kept(post, "lookBack.png", drawn(304))).isEqualTo("/images/lookBack-2.png");
    }

    @Test
    void a_drawing_is_kept_without_what_could_run() {
        var svg = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='5'><script>alert(1)</script></svg>";
        assertThat(kept(post, "plan.png", text(svg))).isEqualTo("/images/plan.svg");
        var row = node.database()
                .sql(
                        "SELECT convert_from(bytes, 'UTF8') AS text, width, height FROM media WHERE media_type LIKE '%svg%'")
                .query()
                .singleRow();
        assertThat(row.get("text").toString()).contains("<svg").doesNotContain("script");
        assertThat(row).containsEntry("width", 9).containsEntry("height", 5);
    }

    @Test
    void a_smaller_copy_belongs_to_an_image_of_the_same_post() throws IOException {
        var original = kept(post, "large.png", drawn(77));
        var copy = "/images?name=small.png&original=" + original;
        assertThat(ada.postBytes("/api/posts/" + post + copy, "image/png", drawn(78))
                        .expect(201)
                        .field("path"))
                .isEqualTo("/images/small.png");
        assertThat(node.events(post)).last().isInstanceOfSatisfying(ImageScaled.class, scaled -> {
            assertThat(scaled.path()).isEqualTo("/images/small.png");
            assertThat(scaled.original()).isEqualTo("/images/large.png");
        });
        ada.postBytes("/api/posts/" + other + copy, "image/png", drawn(79)).expect(404);
    }

    @Test
    void an_image_is_removed_by_an_author_of_its_post() throws IOException {
        kept(post, "unused.png", drawn(80));
        Browser.at(node).delete("/api/posts/" + post + "/images/unused.png").expect(401);
        ada.delete("/api/posts/" + other + "/images/unused.png").expect(404);
        ada.delete("/api/posts/" + post + "/images/unused.png").expect(204);
        assertThat(node.events(post)).last().isInstanceOf(ImageRemoved.class);
    }

    @Test
    void the_sample_has_an_image_a_long_history_and_a_guest_who_cannot_sign_in() {
        var sample = ada.post("/api/posts/sample").expect(201);
        assertThat(sample.field("path")).isEqualTo("/posts/sherlock-jr/");
        assertThat(Replay.source(node, sample.field("post")))
                .contains("src=\"/images/sherlock-jr.png\"", "## 映画の中へ", "silent  \n");
        assertThat(node.events("m:" + sample.field("post"))).hasSizeGreaterThan(300);
        var second = ada.post("/api/posts/sample").expect(201);
        assertThat(second.field("path")).isEqualTo("/posts/sherlock-jr-2/");
        assertThat(Replay.source(node, second.field("post"))).contains("src=\"/images/sherlock-jr-2.png\"");
        assertThat(node.database()
                        .sql("SELECT count(*) FROM account WHERE password_hash IS NULL")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        var guest = Map.of("name", "Mio (sample)", "password", "the password of no account");
        Browser.at(node).post("/api/session", guest).expect(401);
    }

    private static String kept(String toPost, String name, byte[] bytes) {
        return ada.postBytes("/api/posts/" + toPost + "/images?name=" + name, "image/png", bytes)
                .expect(201)
                .field("path");
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] drawn(int seed) throws IOException {
        var image = new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB);
        image.setRGB(1, 1, seed & 0xffffff);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
