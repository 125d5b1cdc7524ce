package app.lookback.query.history;

import app.lookback.contract.PersonId;
import app.lookback.query.history.Kept.Replacement;
import app.lookback.text.ChangeSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a {@link Pack}: first how many revisions there are and what the first one's number is, then the columns. */
final class PackWriter {

    /** What a revision's changes are kept as. */
    static final int ELSEWHERE = 0;

    static final int REPLACEMENT = 1;
    static final int ANY = 2;

    private final Column writers = new Column();
    private final Column times = new Column();
    private final Column kinds = new Column();
    private final Column places = new Column();
    private final Column texts = new Column();

    /** Which number a client of an author has, and the sequence that is expected of it. */
    private final Map<Client, long[]> clients = new HashMap<>();

    private record Client(String name, PersonId author) {}

    private long time;
    private int length = -1;
    private int end;

    byte[] write(List<Kept> kept) {
        for (var one : kept) {
            add(one);
        }
        var all = new Column()
                .add(kept.size())
                .add(kept.isEmpty() ? 0 : kept.get(0).revision());
        for (var column : List.of(writers, times, kinds, places, texts)) {
            all.add(column.written());
        }
        return Deflated.of(all.written());
    }

    private void add(Kept one) {
        writer(one);
        times.add(one.at().toEpochMilli() - time);
        time = one.at().toEpochMilli();
        changes(one.changes());
    }

    private void writer(Kept one) {
        var client = new Client(one.client(), one.author());
        var known = clients.get(client);
        if (known == null) {
            known = new long[] {clients.size(), one.sequence()};
            clients.put(client, known);
            writers.add(known[0]).add(one.client()).add(one.author().value()).add(one.sequence());
        } else {
            writers.add(known[0]).add(one.sequence() - known[1]);
        }
        known[1] = one.sequence() + 1;
    }

    private void changes(@Nullable ChangeSet changes) {
        if (changes == null) {
            kinds.add(ELSEWHERE);
            length = -1;
            return;
        }
        var replacement = Replacement.of(changes);
        kinds.add(replacement == null ? ANY : REPLACEMENT);
        if (replacement == null) {
            texts.add(changes.toJson());
        } else {
            add(replacement, changes);
        }
        length = changes.newLength();
    }

    private void add(Replacement replacement, ChangeSet changes) {
        if (length < 0) {
            places.add(changes.length());
        }
        places.add(replacement.from() - end).add(replacement.deleted());
        texts.add(replacement.inserted());
        end = replacement.from() + replacement.inserted().length();
    }
}
