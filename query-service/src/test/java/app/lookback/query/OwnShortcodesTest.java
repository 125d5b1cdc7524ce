package app.lookback.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.lookback.query.Running.Browser;
import app.lookback.query.platform.Written;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shortcodes that a site defines by templates, from the log to the page. */
class OwnShortcodesTest {

    private static final String TEA = "layouts/shortcodes/tea.html";
    private static final String CUP = "themes/china/layouts/shortcodes/cup.html";

    private static final String SETTINGS = "theme = [\"china\"]\n[params]\nkettle = \"iron\"";
    private static final String CUP_TEMPLATE = "<i>{{ .Get 0 }}, {{ site.Params.kettle }}</i>";

    private static final Set<String> KEPT = new HashSet<>();
    private static Running service;
    private static Browser ada;
    private static Browser ben;

    @BeforeAll
    static void a_site_with_templates() throws Exception {
        service = Running.service();
        ada = service.account("Ada of the templates", "ROLE_ADMINISTRATOR");
        ben = service.account("Ben of the templates");
        kept("hugo.toml", SETTINGS);
        kept(TEA, "<b class=\"old\">{{ .Get \"kind\" }} {{ .Inner | markdownify }}</b>");
        kept(CUP, CUP_TEMPLATE);
        kept("themes/japan/layouts/shortcodes/cup.html", "<i>other</i>");
        kept("layouts/shortcodes/broken.html", "a\n{{ partial \"x\" }}");
        await().until(() -> json(ada, "/api/site/shortcodes").path("shortcodes").size() == 4);
    }

    /** No later test shall find the files of a site. */
    @AfterAll
    static void no_site_again() {
        KEPT.forEach(path -> service.removes(path, ada.person));
        await().until(() -> json(ada, "/api/site/shortcodes").path("shortcodes").isEmpty());
    }

    private static void kept(String path, String text) {
        service.keeps(path, text, ada.person);
        KEPT.add(path);
    }

    private static JsonNode json(Browser who, String path) {
        return JsonMapper.shared().readTree(who.get(path).body());
    }

    @Test
    void an_edition_keeps_the_look_that_its_templates_had_also_when_its_view_is_built_again() throws Exception {
        var written = Written.by(ada.person, "/posts/own-shortcodes/")
                .types(ada.person, 0, "{{< tea kind=green >}}*leaves*{{< /tea >}} in a {{< cup small >}}")
                .published(ada.person);
        service.happens(written);
        await().until(() -> ben.get("/posts/own-shortcodes/").statusCode() == 200);
        var before = ben.get("/posts/own-shortcodes/editions/1/").body();
        assertThat(before).contains("<b class=\"old\">green <em>leaves</em></b>", "<i>small, iron</i>");

        kept("hugo.toml", "theme = [\"japan\"]\n[params]\nkettle = \"clay\"");
        kept(TEA, "<b class=\"new\">{{ .Get \"kind\" }}</b>");
        service.rebuild("editions");
        service.isBuiltAgain();

        assertThat(ben.get("/posts/own-shortcodes/editions/1/").body()).isEqualTo(before);
        service.happens(written.types(ada.person, 0, "Now ").published(ada.person));
        await().untilAsserted(() -> assertThat(ben.get("/posts/own-shortcodes/").body())
                .contains("<b class=\"new\">green</b>")
                .contains("<i>other</i>"));
        kept("hugo.toml", SETTINGS);
        kept(TEA, "<b class=\"old\">{{ .Get \"kind\" }} {{ .Inner | markdownify }}</b>");
        await().until(() -> json(ada, "/api/site/shortcodes/tea")
                        .path("template")
                        .asString()
                        .contains("old")
                && json(ada, "/api/site/shortcodes/cup").path("path").asString().equals(CUP));
    }

    @Test
    void administrators_see_all_templates_and_what_is_not_understood_of_them() {
        var all = json(ada, "/api/site/shortcodes").path("shortcodes");

        assertThat(all.valueStream().map(one -> one.path("path").asString()))
                .containsExactly(
                        "layouts/shortcodes/broken.html", TEA, CUP, "themes/japan/layouts/shortcodes/cup.html");
        assertThat(all.path(0).path("understood").asBoolean()).isFalse();
        assertThat(all.path(0).path("problems").path(0).asString()).isEqualTo("Line 2: 'partial' is not understood.");
        assertThat(json(ada, "/api/site/shortcodes/tea").path("template").asString())
                .contains("{{ .Get \"kind\" }}");
        assertThat(json(ada, "/api/site/shortcodes/cup").path("path").asString())
                .isEqualTo(CUP);
        assertThat(ada.get("/api/site/shortcodes/none").statusCode()).isEqualTo(404);
    }

    @Test
    void authors_see_how_they_are_called() {
        assertThat(JsonMapper.shared()
                        .writeValueAsString(json(ben, "/api/shortcodes").path("shortcodes")))
                .isEqualTo("[{\"name\":\"cup\",\"encloses\":false,\"names\":[],\"places\":1},"
                        + "{\"name\":\"tea\",\"encloses\":true,\"names\":[\"kind\"],\"places\":0}]");
    }

    @Test
    void a_template_is_tried_before_it_is_kept() {
        var tried = ada.post(
                "/api/shortcode-previews?name=tea&call=%7B%7B%3C%20tea%20%22x%22%20%3E%7D%7D",
                "<b>{{ .Get 0 }}</b>\n<script>a()</script>{{ index .Params 5 }}");

        var preview = JsonMapper.shared().readTree(tried.body());
        assertThat(preview.path("problems").valueStream().map(JsonNode::asString))
                .containsExactly(
                        "Line 2: <script> is left out of pages.",
                        "Line 2: 'index' asks for value 5 of a list that has 1, so the template is not used.");
        assertThat(preview.path("html").asString()).contains("<div class=\"shortcode\">");
        assertThat(ada.post("/api/shortcode-previews?name=a&call=b", "a".repeat(70_000))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void others_neither_see_nor_try_templates() {
        var stranger = service.stranger();
        for (var path : List.of("/api/site/shortcodes", "/api/site/shortcodes/tea")) {
            assertThat(ben.get(path).statusCode()).isEqualTo(403);
            assertThat(stranger.get(path).statusCode()).isEqualTo(401);
        }
        assertThat(stranger.get("/api/shortcodes").statusCode()).isEqualTo(401);
        assertThat(ben.post("/api/shortcode-previews?name=a", "b").statusCode()).isEqualTo(403);
        assertThat(stranger.post("/api/shortcode-previews?name=a", "b").statusCode())
                .isEqualTo(401);
    }
}
