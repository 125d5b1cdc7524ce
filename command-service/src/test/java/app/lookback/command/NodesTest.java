package app.lookback.command;

import static app.lookback.command.ProtocolTest.submission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.lookback.contract.ManuscriptEvent.SourceEdited;
import app.lookback.contract.PostEvent.EditionPublished;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Several command-services on one database, at once and one after the other. */
class NodesTest {

    private static final int EDITS = 60;

    @Test
    void two_nodes_edit_one_post_without_skipping_or_doubling_a_number() throws Exception {
        var database = TestPostgres.newDatabase();
        try (var one = Node.on(database);
                var other = Node.on(database)) {
            var ada = Browser.ofAdministrator(one);
            var post = newPost(ada);
            var writers = new ArrayList<Callable<Map<Long, Long>>>();
            for (var node : new Node[] {one, other, one, other}) {
                writers.add(() -> write(sameSession(ada, node), post));
            }
            var answered = new TreeMap<Long, Long>();
            for (var revisions : inParallel(writers)) {
                revisions
                        .get()
                        .forEach((revision, sequence) ->
                                assertThat(answered.put(revision, sequence)).isNull());
            }
            assertThat(answered).hasSize(4 * EDITS);
            assertThat(Replay.source(one, post)).contains("x".repeat(3)).hasSize(baseLength() + 4 * EDITS);
            assertThat(one.events("m:" + post))
                    .filteredOn(SourceEdited.class::isInstance)
                    .hasSize(4 * EDITS + 1);
        }
    }

    @Test
    void what_is_due_while_nobody_runs_is_published_once_by_whoever_starts() throws Exception {
        var database = TestPostgres.newDatabase();
        String post;
        try (var first = Node.on(database)) {
            var ada = Browser.ofAdministrator(first);
            post = newPost(ada);
            var due = Instant.now().plusSeconds(2).toString();
            ada.post("/api/posts/" + post + "/schedule", Map.of("revision", 1, "due", due, "kind", "", "note", ""))
                    .expect(201);
        }
        try (var one = Node.on(database);
                var other = Node.on(database)) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> one.events(post).stream().anyMatch(EditionPublished.class::isInstance));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> other.database()
                                    .sql("SELECT count(*) FROM scheduled_publication")
                                    .query(Long.class)
                                    .single()
                            == 0);
            assertThat(one.events(post))
                    .filteredOn(EditionPublished.class::isInstance)
                    .hasSize(1);
        }
    }

    /** Each writes on what they know without asking what others did: the base stays behind, so all are rebased. */
    private static Map<Long, Long> write(Browser browser, String post) {
        var revisions = new TreeMap<Long, Long>();
        var client = UUID.randomUUID().toString();
        for (long sequence = 1; sequence <= EDITS; sequence++) {
            var edit = submission(client, sequence, 1, "[" + baseLength() + ",[0,\"x\"]]");
            revisions.put(
                    browser.postText("/api/posts/" + post + "/edits", edit)
                            .expect(200)
                            .number("revision"),
                    sequence);
        }
        return revisions;
    }

    @Test
    void what_one_node_accepted_another_neither_doubles_nor_refuses() {
        var database = TestPostgres.newDatabase();
        try (var one = Node.on(database);
                var other = Node.on(database)) {
            var ada = Browser.ofAdministrator(one);
            var post = newPost(ada);
            var path = "/api/posts/" + post + "/edits";
            var there = sameSession(ada, other);
            there.postText(path, submission(UUID.randomUUID().toString(), 1, 1, "[" + baseLength() + "]"))
                    .expect(200);
            var client = UUID.randomUUID().toString();
            var first = submission(client, 1, 1, "[" + baseLength() + ",[0,\"a\"]]");
            var second = submission(client, 2, 3, "[" + (baseLength() + 1) + ",[0,\"b\"]]");
            assertThat(ada.postText(path, first).expect(200).number("revision")).isEqualTo(3);
            // The other node still remembers revision 2, and has never heard of this client.
            assertThat(there.postText(path, first).expect(200).number("revision"))
                    .isEqualTo(3);
            assertThat(there.postText(path, second).expect(200).number("revision"))
                    .isEqualTo(4);
            assertThat(ada.postText(path, second).expect(200).number("revision"))
                    .isEqualTo(4);
            assertThat(Replay.source(one, post)).endsWith("ab");
        }
    }

    @Test
    void who_was_let_in_at_one_node_is_let_in_at_all() {
        var database = TestPostgres.newDatabase();
        try (var one = Node.on(database);
                var other = Node.on(database)) {
            var ada = Browser.ofAdministrator(one);
            var post = newPost(ada);
            sameSession(ada, other).post("/api/posts/" + post + "/invitations").expect(201);
            var token =
                    ada.post("/api/posts/" + post + "/invitations").expect(201).field("token");
            var ben = Browser.at(one);
            ben.post("/api/invitations/" + token + "/account", Map.of("name", "Ben", "password", "a long password"))
                    .expect(201);
            sameSession(ben, other).post("/api/posts/" + post + "/invitations").expect(201);
        }
    }

    @Test
    void after_a_restart_nothing_is_doubled_and_every_answer_is_given_again() {
        var database = TestPostgres.newDatabase();
        var client = UUID.randomUUID().toString();
        String post;
        Browser ada;
        try (var node = Node.on(database)) {
            ada = Browser.ofAdministrator(node);
            post = newPost(ada);
            for (int n = 1; n <= 520; n++) {
                ada.postText("/api/posts/" + post + "/edits", nth(client, n)).expect(200);
            }
            await("the snapshot")
                    .until(() -> node.database()
                                    .sql("SELECT count(*) FROM snapshot_event_entry")
                                    .query(Long.class)
                                    .single()
                            > 0);
        }
        try (var node = Node.on(database)) {
            ada.movesTo(node);
            for (int n : new int[] {520, 519, 300, 1}) {
                assertThat(ada.postText("/api/posts/" + post + "/edits", nth(client, n))
                                .expect(200)
                                .number("revision"))
                        .isEqualTo(n + 1);
            }
            assertThat(ada.postText("/api/posts/" + post + "/edits", nth(client, 521))
                            .expect(200)
                            .number("revision"))
                    .isEqualTo(522);
            assertThat(Replay.source(node, post)).hasSize(baseLength() + 521);
        }
    }

    @Test
    void the_setup_link_of_a_start_without_accounts_is_a_new_one_and_both_work_once() {
        var database = TestPostgres.newDatabase();
        String older;
        try (var node = Node.on(database)) {
            older = node.setupToken();
        }
        try (var node = Node.on(database)) {
            assertThat(node.setupToken()).isNotEqualTo(older);
            Browser.at(node)
                    .post("/api/setup", Map.of("token", older, "name", "Ada", "password", "a long password"))
                    .expect(201);
            assertThat(node.database()
                            .sql("SELECT count(*) FROM setup_token")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    private static String nth(String client, int n) {
        return submission(client, n, n, "[" + (baseLength() + n - 1) + ",[0,\"x\"]]");
    }

    private static String newPost(Browser browser) {
        return browser.post("/api/posts", Map.of("title", "Ours")).expect(201).field("post");
    }

    private static int baseLength() {
        return "+++\ntitle = \"Ours\"\ndate = 2026-11-23\n+++\n\n".length();
    }

    private static Browser sameSession(Browser browser, Node node) {
        var same = Browser.at(node);
        same.setCookie("SESSION", browser.cookie("SESSION"));
        return same;
    }

    private static Iterable<Future<Map<Long, Long>>> inParallel(ArrayList<Callable<Map<Long, Long>>> tasks)
            throws InterruptedException {
        var threads = Executors.newFixedThreadPool(tasks.size());
        try {
            return threads.invokeAll(tasks);
        } finally {
            threads.shutdown();
        }
    }
}
