package app.lookback.stories.faults;

import app.lookback.stories.faults.Evidence.Copy;
import app.lookback.stories.faults.Evidence.Logged;
import app.lookback.stories.faults.Happening.Deleted;
import app.lookback.stories.faults.Happening.Inserted;
import app.lookback.stories.faults.Happening.Saw;
import app.lookback.text.RefusedEdit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the log gives when it is played back, beside what everyone holds. */
final class TextChecker {

    private static final int SHOWN = 40;

    private final Evidence evidence;
    private final Map<String, Replayed> sources = new HashMap<>();
    private final List<Violation> violations = new ArrayList<>();

    private TextChecker(Evidence evidence) {
        this.evidence = evidence;
    }

    static List<Violation> check(Evidence evidence) {
        var checker = new TextChecker(evidence);
        evidence.log().forEach((post, log) -> checker.sources.put(post, checker.replay(post, log)));
        evidence.newest().forEach(checker::isNewest);
        evidence.earlier().forEach(checker::isAsReplayed);
        checker.everyoneSawTheSame();
        checker.sources.forEach(checker::wordsStandOnce);
        return checker.violations;
    }

    /** The hash of the source at each revision, 0 included, and the newest source. */
    private record Replayed(List<Integer> hashes, String newest) {

        long revision() {
            return hashes.size() - 1L;
        }

        boolean has(long revision, int hash) {
            return revision < hashes.size() && hashes.get((int) revision) == hash;
        }
    }

    private Replayed replay(String post, List<Logged> log) {
        var source = "";
        var hashes = new ArrayList<>(List.of(source.hashCode()));
        for (var logged : log) {
            try {
                source = logged.changes().apply(source);
                hashes.add(source.hashCode());
            } catch (RefusedEdit doesNotFit) {
                violate(1, "the log of post %s cannot be played back at %d: %s", post, hashes.size(), logged.edit());
                break;
            }
        }
        return new Replayed(hashes, source);
    }

    private void isNewest(Copy copy) {
        var replayed = sourcesOf(copy.post());
        if (copy.revision() != replayed.revision()) {
            violate(
                    1,
                    "%s holds revision %d of post %s, whose newest is %d",
                    copy.holder(),
                    copy.revision(),
                    copy.post(),
                    replayed.revision());
        } else if (!copy.source().equals(replayed.newest())) {
            violate(
                    1,
                    "%s holds another revision %d of post %s than the log: %s",
                    copy.holder(),
                    copy.revision(),
                    copy.post(),
                    difference(replayed.newest(), copy.source()));
        }
    }

    private void isAsReplayed(Copy copy) {
        if (!sourcesOf(copy.post()).has(copy.revision(), copy.source().hashCode())) {
            violate(
                    5,
                    "%s holds another revision %d of post %s than the log",
                    copy.holder(),
                    copy.revision(),
                    copy.post());
        }
    }

    private static String difference(String expected, String held) {
        int from = 0;
        while (from < Math.min(expected.length(), held.length()) && expected.charAt(from) == held.charAt(from)) {
            from++;
        }
        return "from position %d '%s' instead of '%s'".formatted(from, shown(held, from), shown(expected, from));
    }

    private static String shown(String text, int from) {
        return text.substring(from, Math.min(text.length(), from + SHOWN));
    }

    /** Only the first divergence of an editor says anything. */
    private void everyoneSawTheSame() {
        Set<String> diverged = new HashSet<>();
        for (var saw : evidence.history().all(Saw.class)) {
            if (!sourcesOf(saw.post()).has(saw.revision(), saw.hash()) && diverged.add(saw.client())) {
                violate(
                        5,
                        "client %s saw another revision %d of post %s than the log has",
                        saw.client(),
                        saw.revision(),
                        saw.post());
            }
        }
    }

    private void wordsStandOnce(String post, Replayed replayed) {
        var found = Stream.of(replayed.newest().split("\\s+"))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        var deleted = evidence.history().all(Deleted.class).stream()
                .filter(word -> word.post().equals(post))
                .map(Deleted::word)
                .collect(Collectors.toSet());
        evidence.history().all(Inserted.class).stream()
                .filter(word -> word.post().equals(post))
                .map(Inserted::word)
                .forEach(word ->
                        stands(post, word, deleted.contains(word) ? 0 : 1, found.getOrDefault(word.strip(), 0L)));
    }

    private void stands(String post, String word, int expected, long found) {
        if (found != expected) {
            violate(
                    4,
                    "'%s' was typed once%s in post %s and stands there %d times",
                    word.strip(),
                    expected == 0 ? " and deleted" : "",
                    post,
                    found);
        }
    }

    private Replayed sourcesOf(String post) {
        return sources.getOrDefault(post, new Replayed(List.of("".hashCode()), ""));
    }

    private void violate(int law, String what, Object... details) {
        violations.add(Violation.of(law, what, details));
    }
}
