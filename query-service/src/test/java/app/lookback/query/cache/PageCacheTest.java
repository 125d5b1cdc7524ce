package app.lookback.query.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.lookback.query.Running;
import app.lookback.query.Running.Browser;
import app.lookback.query.platform.Freshness;
import app.lookback.query.platform.Written;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is kept in memory is what would be made now. */
class PageCacheTest {

    private static final Pattern EDITION = Pattern.compile("data-edition=\"(\\d+)\"");
    private static final String WORDS = "These words are on the page, and there are enough of them to compress. ";

    private static Running service;
    private static Browser ada;
    private static Browser reader;

    @BeforeAll
    static void started() throws Exception {
        service = Running.service();
        ada = service.account("Ada of the cache");
        reader = service.stranger();
    }

    private static Written published(String path) {
        var post = Written.by(ada.person, path)
                .types(ada.person, 0, WORDS.repeat(20))
                .published(ada.person);
        service.happens(post);
        await().until(() -> reader.get(path).statusCode() == 200);
        settled();
        return post;
    }

    private static void settled() {
        await().until(() -> service.bean(Freshness.class).generation() != Freshness.NONE);
    }

    @Test
    void the_first_answer_and_the_kept_one_are_the_same() {
        published("/posts/kept/");

        var first = reader.get("/posts/kept/");
        var second = reader.get("/posts/kept/");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(headers(second)).isEqualTo(headers(first));
        assertThat(first.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(first.headers().firstValue("Vary")).contains("Accept-Encoding");
        assertThat(reader.head("/posts/kept/").headers().firstValue("Content-Length"))
                .isEqualTo(first.headers().firstValue("Content-Length"));
        assertThat(reader.head("/posts/kept/").body()).isEmpty();
    }

    private static List<String> headers(HttpResponse<?> answer) {
        return answer.headers().map().entrySet().stream()
                .filter(header -> !header.getKey().equalsIgnoreCase("date"))
                .map(Object::toString)
                .toList();
    }

    @Test
    void who_takes_gzip_gets_the_same_page_smaller_and_under_a_name_of_its_own() throws Exception {
        published("/posts/smaller/");

        var plain = reader.bytes("/posts/smaller/");
        var small = reader.bytes("/posts/smaller/", "Accept-Encoding", "br, gzip");
        assertThat(small.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(small.body().length).isLessThan(plain.body().length);
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(small.body()))) {
            assertThat(unpacked.readAllBytes()).isEqualTo(plain.body());
        }
        assertThat(etag(small)).isNotEqualTo(etag(plain));
        assertThat(reader.get("/posts/smaller/", "Accept-Encoding", "gzip", "If-None-Match", etag(small))
                        .statusCode())
                .isEqualTo(304);
        assertThat(reader.get("/posts/smaller/", "If-None-Match", "\"other\", " + etag(plain))
                        .statusCode())
                .isEqualTo(304);
        assertThat(reader.get("/posts/smaller/", "If-None-Match", "\"other\"").statusCode())
                .isEqualTo(200);
    }

    private static String etag(HttpResponse<?> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    @Test
    void a_withdrawn_post_is_gone_from_every_page_that_was_kept() {
        var post = published("/posts/kept-and-withdrawn/");
        var pages = List.of("/", "/archive/", "/index.xml", "/atom.xml", "/feed.json", "/sitemap.xml");
        pages.forEach(page -> assertThat(reader.get(page).body()).contains("/posts/kept-and-withdrawn/"));

        service.happens(post.withdrawn(ada.person));

        await().until(() -> reader.get("/posts/kept-and-withdrawn/").statusCode() == 410);
        pages.forEach(page -> assertThat(reader.get(page).body()).doesNotContain("/posts/kept-and-withdrawn/"));
        settled();
        pages.forEach(page -> assertThat(reader.get(page).body()).doesNotContain("/posts/kept-and-withdrawn/"));
        assertThat(reader.get("/posts/kept-and-withdrawn/").statusCode()).isEqualTo(410);
    }

    @Test
    void nobody_is_taken_back_to_an_older_edition() throws Exception {
        var post = published("/posts/growing/");
        var over = new AtomicBoolean();
        Callable<List<Integer>> reading = () -> {
            var seen = new ArrayList<Integer>();
            while (!over.get()) {
                seen.add(edition());
            }
            return seen;
        };
        var readers = Executors.newFixedThreadPool(3);
        try {
            var all = List.of(readers.submit(reading), readers.submit(reading), readers.submit(reading));
            for (int edition = 2; edition <= 12; edition++) {
                int next = edition;
                service.happens(post.types(ada.person, 0, "More. ").published(ada.person));
                await().until(() -> edition() == next);
            }
            over.set(true);
            for (var one : all) {
                assertThat(one.get()).isSorted();
            }
        } finally {
            over.set(true);
            readers.shutdownNow();
        }
        assertThat(edition()).isEqualTo(12);
    }

    @Test
    void what_was_made_while_a_view_was_built_again_is_not_kept() throws Exception {
        published("/posts/kept-and-rebuilt/");
        var over = new AtomicBoolean();
        var reading = Executors.newSingleThreadExecutor();
        try {
            var all = reading.submit(() -> {
                while (!over.get()) {
                    reader.get("/archive/");
                }
            });
            service.rebuild("editions");
            service.isBuiltAgain();
            over.set(true);
            all.get();
        } finally {
            over.set(true);
            reading.shutdownNow();
        }
        await().until(() -> reader.get("/archive/").body().contains("/posts/kept-and-rebuilt/"));
    }

    private static int edition() {
        var found = EDITION.matcher(reader.get("/posts/growing/").body());
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    @Test
    void what_only_some_may_read_is_not_kept_for_others() {
        var draft = Written.by(ada.person, "/posts/kept-draft/").types(ada.person, 0, WORDS);
        service.happens(draft);
        await().until(() -> ada.get("/api/posts/" + draft.post).statusCode() == 200);

        assertThat(ada.get("/api/posts/" + draft.post).statusCode()).isEqualTo(200);
        assertThat(reader.get("/api/posts/" + draft.post).statusCode()).isEqualTo(401);
        assertThat(reader.get("/posts/kept-draft/").statusCode()).isEqualTo(404);
    }
}
