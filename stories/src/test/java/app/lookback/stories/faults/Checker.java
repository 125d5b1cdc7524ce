package app.lookback.stories.faults;

import app.lookback.stories.faults.Evidence.Logged;
import app.lookback.stories.faults.Happening.Answered;
import app.lookback.stories.faults.Happening.Confused;
import app.lookback.stories.faults.Happening.EditId;
import app.lookback.stories.faults.Happening.Refused;
import app.lookback.stories.faults.Happening.Submitted;
import app.lookback.text.ChangeSet;
import app.lookback.text.Rebase;
import app.lookback.text.RefusedEdit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the history and the log for what the laws forbid. It knows nothing of how Lookback works. */
final class Checker {

    private final Evidence evidence;
    private final Map<EditId, Submitted> submitted = new HashMap<>();
    private final List<Violation> violations = new ArrayList<>();

    private Checker(Evidence evidence) {
        this.evidence = evidence;
        evidence.history().all(Submitted.class).forEach(attempt -> submitted.putIfAbsent(attempt.edit(), attempt));
    }

    static List<Violation> check(Evidence evidence) {
        var checker = new Checker(evidence);
        checker.answersStand();
        checker.nothingIsRefused();
        evidence.log().forEach(checker::revisionsAreNumbered);
        evidence.log().forEach(checker::editsStandOnce);
        checker.everythingArrives();
        evidence.log().forEach(checker::editsAreRebased);
        checker.violations.addAll(TextChecker.check(evidence));
        return checker.violations;
    }

    private void answersStand() {
        var answers = new HashMap<EditId, Answered>();
        for (var answer : evidence.history().all(Answered.class)) {
            var first = answers.putIfAbsent(answer.edit(), answer);
            if (first != null && first.revision() != answer.revision()) {
                violate(
                        3,
                        "%s was answered with two revisions: %d by %s and %d by %s",
                        answer.edit(),
                        first.revision(),
                        first.node(),
                        answer.revision(),
                        answer.node());
            }
            if (first == null || first.revision() != answer.revision()) {
                stands(answer);
            }
        }
    }

    private void stands(Answered answer) {
        var revisions = logOf(answer.edit().post()).stream()
                .filter(logged -> logged.edit().equals(answer.edit()))
                .map(Logged::revision)
                .toList();
        if (revisions.isEmpty()) {
            violate(2, "%s is not in the log, but was answered with revision %d", answer.edit(), answer.revision());
        } else if (!revisions.contains(answer.revision())) {
            violate(
                    2,
                    "%s is in the log as %s, but was answered with revision %d",
                    answer.edit(),
                    revisions,
                    answer.revision());
        }
    }

    /** The editors submit nothing that is not valid. */
    private void nothingIsRefused() {
        evidence.history().all(Refused.class).forEach(refused -> violate(2, "a valid edit was refused: %s", refused));
        evidence.history().all(Confused.class).forEach(confused -> violate(1, "an editor cannot go on: %s", confused));
    }

    private void revisionsAreNumbered(String post, List<Logged> log) {
        for (int i = 0; i < log.size(); i++) {
            if (log.get(i).revision() != i + 1) {
                violate(
                        3,
                        "after revision %d of post %s comes revision %d: %s",
                        i,
                        post,
                        log.get(i).revision(),
                        log.get(i).edit());
                return;
            }
        }
    }

    /** What is in the log was submitted, but for the first revision, with which a post begins. */
    private void editsStandOnce(String post, List<Logged> log) {
        var seen = new HashMap<EditId, Logged>();
        for (var logged : log) {
            var before = seen.putIfAbsent(logged.edit(), logged);
            if (before != null) {
                violate(
                        3,
                        "%s is in the log twice, as revisions %d and %d",
                        logged.edit(),
                        before.revision(),
                        logged.revision());
            }
            if (logged.revision() > 1 && !submitted.containsKey(logged.edit())) {
                violate(3, "revision %d of post %s was submitted by nobody: %s", logged.revision(), post, logged);
            }
        }
    }

    private void everythingArrives() {
        Set<EditId> logged = evidence.log().values().stream()
                .flatMap(List::stream)
                .map(Logged::edit)
                .collect(Collectors.toSet());
        submitted.keySet().stream()
                .filter(edit -> !logged.contains(edit))
                .forEach(edit -> violate(2, "%s never arrived, however often it was submitted", edit));
    }

    /** Rebased over each revision since its base, and over nothing else. */
    private void editsAreRebased(String post, List<Logged> log) {
        var changes = log.stream().map(Logged::changes).toList();
        for (int i = 0; i < log.size(); i++) {
            var logged = log.get(i);
            var edit = submitted.get(logged.edit());
            if (edit != null && !isRebased(edit, changes, i, logged.changes())) {
                violate(
                        4,
                        "revision %d of post %s is not what %s is after rebasing",
                        logged.revision(),
                        post,
                        logged.edit());
            }
        }
    }

    private static boolean isRebased(Submitted edit, List<ChangeSet> log, int place, ChangeSet accepted) {
        try {
            return edit.base() <= place
                    && Rebase.over(ChangeSet.parse(edit.changes()), log.subList((int) edit.base(), place))
                            .equals(accepted);
        } catch (RefusedEdit doesNotFit) {
            return false;
        }
    }

    private List<Logged> logOf(String post) {
        return evidence.log().getOrDefault(post, List.of());
    }

    private void violate(int law, String what, Object... details) {
        violations.add(Violation.of(law, what, details));
    }
}
