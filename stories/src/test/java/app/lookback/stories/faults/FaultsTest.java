package app.lookback.stories.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.lookback.stories.Person;
import app.lookback.stories.faults.Evidence.Copy;
import app.lookback.stories.faults.Evidence.Logged;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Editors write into a few posts over two nodes that decide while everything is killed and paused, and then a checker
 * reads what happened. {@code ./faults} runs it for longer.
 */
class FaultsTest {

    private static final int KILLS = Integer.getInteger("faults.kills", 5);
    private static final long SEED = Long.getLong("faults.seed", 1);
    private static final int PEOPLE = 4;
    private static final int POSTS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final History history = new History();
    private final Loop loop = new Loop();

    @Test
    void whatever_is_killed_no_answered_edit_is_lost_none_is_doubled_and_all_hold_the_same(@TempDir Path folder)
            throws IOException, InterruptedException, SQLException {
        System.out.printf("Faults: %d kills with seed %d%n", KILLS, SEED);
        try (var cluster = Cluster.start(folder, history)) {
            var authors = Authors.come(cluster, PEOPLE, POSTS);
            var editors = authors.open(history, loop, SEED);
            editors.forEach(Editor::begin);
            var nemesis = new Nemesis(cluster, history, SEED);
            nemesis.rage(KILLS);
            editors.forEach(Editor::stopTyping);
            var log = new LogBook(cluster.postgres.database());
            settle(editors, log);
            nemesis.makeTheViewsForget();
            var evidence = gather(cluster, authors, editors, log);
            var violations = new ArrayList<>(Checker.check(evidence));
            violations.addAll(rebuild(cluster, authors, evidence.log()));
            new Report(history, evidence, SEED).print(violations);
            assertThat(loop.failures()).isEmpty();
            assertThat(violations).isEmpty();
        } finally {
            loop.shutdownNow();
            history.write(Path.of("target", "faults", "history-" + SEED + ".txt"));
        }
    }

    /** Waiting in vain is no failure here: the checker says what has not arrived. */
    private static void patiently(String what, Callable<Boolean> holds) {
        try {
            await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(holds);
        } catch (ConditionTimeoutException inVain) {
            System.out.println(inVain.getMessage());
        }
    }

    private void settle(List<Editor> editors, LogBook log) {
        patiently("all editors have everything", () -> {
            for (var editor : editors) {
                long newest = log.of(editor.post()).size();
                if (!loop.submit(() -> editor.isSettledAt(newest)).get()) {
                    return false;
                }
            }
            return true;
        });
        editors.forEach(Editor::close);
    }

    private Evidence gather(Cluster cluster, Authors authors, List<Editor> editors, LogBook log) throws SQLException {
        var logs = new TreeMap<String, List<Logged>>();
        for (var post : authors.posts()) {
            logs.put(post, log.of(post));
        }
        var newest = new ArrayList<>(editors.stream().map(Editor::copy).toList());
        newest.addAll(drafts(cluster, authors, logs));
        return new Evidence(history, logs, newest, oldRevisions(authors.anyone(), logs));
    }

    /** What each node shows, once it has caught up. */
    private static List<Copy> drafts(Cluster cluster, Authors authors, Map<String, List<Logged>> logs) {
        patiently(
                "the drafts have caught up",
                () -> draftsNow(cluster, authors, logs).stream()
                        .allMatch(draft ->
                                draft.revision() == logs.get(draft.post()).size()));
        return draftsNow(cluster, authors, logs);
    }

    private static List<Copy> draftsNow(Cluster cluster, Authors authors, Map<String, List<Logged>> logs) {
        return Stream.of(cluster.query, cluster.both)
                .flatMap(node -> logs.keySet().stream().map(post -> draft(authors.anyone(), node, post)))
                .toList();
    }

    private static Copy draft(Person reader, Service node, String post) {
        var answer = reader.at(node.site().toString()).get("/api/posts/" + post);
        var draft = Person.JSON.readTree(answer.body());
        return new Copy(
                "the draft at %s (answer %d)".formatted(node, answer.statusCode()),
                post,
                draft.path("revision").asLong(),
                draft.path("source").asString(""));
    }

    /** The history tells each revision as those saw it who wrote. */
    private static List<Copy> oldRevisions(Person reader, Map<String, List<Logged>> logs) {
        var copies = new ArrayList<Copy>();
        logs.forEach((post, log) -> {
            for (int n = 0; n <= log.size(); n++) {
                var answer = reader.get("/api/posts/%s/revisions/%d/source".formatted(post, n));
                assertThat(answer.statusCode()).isEqualTo(200);
                copies.add(new Copy("the history", post, n, answer.body()));
            }
        });
        return copies;
    }

    private List<Violation> rebuild(Cluster cluster, Authors authors, Map<String, List<Logged>> logs) {
        try (var views = new ViewDocuments(cluster.mongo.uri())) {
            var before = views.read();
            assertThat(before).isNotEmpty();
            views.drop();
            patiently("the views are built again", () -> views.read().equals(before));
            return ViewDocuments.compare(before, views.read());
        }
    }
}
