package app.lookback.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** A post with its accepted revisions and the authors who write it. */
final class Room {

    /** What a client sends; a retry sends the same again. */
    record Submission(Author author, int sequence, int base, ChangeSet changes) {}

    record Revision(Author author, int sequence, ChangeSet changes) {}

    final String start;
    final List<Revision> revisions = new ArrayList<>();
    final List<Author> authors = new ArrayList<>();
    final List<Submission> onTheWay = new ArrayList<>();
    private final BiFunction<ChangeSet, List<ChangeSet>, ChangeSet> rebase;

    Room(String start) {
        this(start, Rebase::over);
    }

    Room(String start, BiFunction<ChangeSet, List<ChangeSet>, ChangeSet> rebase) {
        this.start = start;
        this.rebase = rebase;
    }

    Author author() {
        var author = new Author(this);
        authors.add(author);
        return author;
    }

    void accept(Submission submission) {
        if (!isAccepted(submission)) {
            var missed = revisions.subList(submission.base(), revisions.size()).stream()
                    .map(Revision::changes)
                    .toList();
            var changes = rebase.apply(submission.changes(), missed);
            revisions.add(new Revision(submission.author(), submission.sequence(), changes));
        }
    }

    private boolean isAccepted(Submission submission) {
        return revisions.stream()
                .anyMatch(accepted ->
                        accepted.author() == submission.author() && accepted.sequence() == submission.sequence());
    }

    /** The text as the revisions alone give it. */
    String replay() {
        var text = start;
        for (var revision : revisions) {
            text = revision.changes().apply(text);
        }
        return text;
    }

    /** Everything arrives: what is on the way, what is in flight, what is not yet sent, and all revisions. */
    void settle() {
        onTheWay.forEach(this::accept);
        for (int i = 0; i < 2; i++) {
            authors.forEach(Author::submits);
            authors.forEach(Author::catchesUp);
        }
    }

    boolean hasEachSubmissionOnce() {
        return authors.stream().allMatch(author -> sequences(author).equals(author.sequences()));
    }

    private List<Integer> sequences(Author author) {
        return revisions.stream()
                .filter(accepted -> accepted.author() == author)
                .map(Revision::sequence)
                .toList();
    }

    boolean hasConverged() {
        return authors.stream().allMatch(author -> author.text().equals(replay()));
    }

    void everyoneSees(String text) {
        settle();
        assertThat(replay()).isEqualTo(text);
        assertThat(authors).allSatisfy(author -> assertThat(author.text()).isEqualTo(text));
    }
}
