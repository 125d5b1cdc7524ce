package app.lookback.query.history;

import app.lookback.contract.PersonId;
import app.lookback.query.history.Kept.Replacement;
import app.lookback.text.ChangeSet;
import java.util.ArrayList;
import java.util.List;

/**
 * Neighbouring revisions in columns, so that playing them costs a browser little.
 *
 * @param length of the source before {@code from}
 * @param authors who wrote them
 * @param author pairs: the place of an author in {@code authors}, and how many revisions in a row are theirs
 * @param at milliseconds of the epoch, each but the first as the difference from the one before
 * @param changes of each revision: where it begins, counted from where the change before it ended, how many units it
 *     deletes and what it inserts; or, where that does not say it, {@link Several}
 */
record Range(
        long from,
        long to,
        int length,
        List<PersonId> authors,
        List<Integer> author,
        List<Long> at,
        List<Object> changes) {

    /** Changes in several places, or in none. */
    record Several(ChangeSet changes) {}

    static Range of(List<Revision> revisions) {
        var first = revisions.get(0);
        var range = new Range(
                first.revision(),
                first.revision() + revisions.size() - 1,
                first.changes().length(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        long time = 0;
        int end = 0;
        for (var revision : revisions) {
            range.addAuthor(revision.author());
            range.at.add(revision.at().toEpochMilli() - time);
            time = revision.at().toEpochMilli();
            end = range.addChanges(revision.changes(), end);
        }
        return range;
    }

    private void addAuthor(PersonId person) {
        int number = authors.indexOf(person);
        if (number < 0) {
            number = authors.size();
            authors.add(person);
        }
        int last = author.size() - 1;
        if (last > 0 && author.get(last - 1) == number) {
            author.set(last, author.get(last) + 1);
        } else {
            author.add(number);
            author.add(1);
        }
    }

    private int addChanges(ChangeSet set, int end) {
        var replacement = Replacement.of(set);
        if (replacement == null) {
            changes.add(new Several(set));
            return end;
        }
        changes.add(List.of(replacement.from() - end, replacement.deleted(), replacement.inserted()));
        return replacement.from() + replacement.inserted().length();
    }
}
