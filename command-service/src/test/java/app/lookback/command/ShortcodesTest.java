package app.lookback.command;

import static org.assertj.core.api.Assertions.assertThat;

import app.lookback.command.Browser.Answer;
import app.lookback.contract.SiteFileEvent;
import app.lookback.contract.SiteFileEvent.FileKept;
import app.lookback.contract.SiteFileEvent.FileRemoved;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/api.md says of the site's own shortcodes. */
class ShortcodesTest {

    private static final String AT = "/api/site/shortcodes/";

    private static Node node;
    private static Browser ada;

    @BeforeAll
    static void start() {
        node = Node.on(TestPostgres.newDatabase());
        ada = Browser.ofAdministrator(node);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    private static Answer put(Browser browser, String path, byte[] template) {
        return browser.send("PUT", path, "text/plain; charset=utf-8", template);
    }

    @Test
    void a_template_stands_in_the_sites_folder_byte_for_byte_until_it_is_removed() {
        var template = "\uFEFF<b>{{ .Inner }}</b>\r\n".getBytes(StandardCharsets.UTF_8);

        put(ada, AT + "tea", template).expect(204);
        put(ada, AT + "tea", template).expect(204);
        ada.delete(AT + "tea").expect(204);
        assertThat(ada.delete(AT + "tea").expect(404).field("code")).isEqualTo("unknown-shortcode");
        put(ada, AT + "tea", template).expect(204);

        var aggregate = SiteFileEvent.aggregate("layouts/shortcodes/tea.html");
        assertThat(node.events(aggregate))
                .extracting(Object::getClass)
                .isEqualTo(List.of(FileKept.class, FileRemoved.class, FileKept.class));
        assertThat(node.database()
                        .sql("SELECT count(*) FROM media WHERE bytes = ?")
                        .param(template)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b", "-a", "a%20b", "a%5Cb", "..", "%2e%2e%2fa", "a;b", "a<b"})
    void a_name_is_one_that_hugo_finds_and_authors_can_call(String name) {
        long before = node.eventsInAll();

        assertThat(put(ada, AT + name.replace("<", "%3C"), new byte[] {'a'}).status())
                .isBetween(400, 405);
        assertThat(node.eventsInAll()).isEqualTo(before);
    }

    @Test
    void what_is_no_text_or_too_long_is_refused() {
        assertThat(put(ada, AT + "a", new byte[] {(byte) 0xff}).expect(400).field("code"))
                .isEqualTo("malformed");
        assertThat(put(ada, AT + "a", new byte[64 * 1024 + 1]).expect(413).field("code"))
                .isEqualTo("too-large");
    }

    @Test
    void only_administrators_define_shortcodes() {
        assertThat(put(Browser.at(node), AT + "a", new byte[] {'a'}).expect(401).field("code"))
                .isEqualTo("signed-out");
        var post = ada.post("/api/posts", Map.of("title", "Tea")).expect(201).field("post");
        var token = ada.post("/api/posts/" + post + "/invitations").expect(201).field("token");
        var ben = Browser.at(node);
        ben.post("/api/invitations/" + token + "/account", Map.of("name", "Ben", "password", "a long password"))
                .expect(201);
        assertThat(put(ben, AT + "a", new byte[] {'a'}).expect(403).field("code"))
                .isEqualTo("administrators-only");
        assertThat(ben.delete(AT + "a").expect(403).field("code")).isEqualTo("administrators-only");
    }
}
