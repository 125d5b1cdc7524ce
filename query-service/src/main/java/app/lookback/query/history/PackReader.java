package app.lookback.query.history;

import static app.lookback.query.history.PackWriter.ANY;
import static app.lookback.query.history.PackWriter.ELSEWHERE;

import app.lookback.contract.PersonId;
import app.lookback.text.ChangeSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@link PackWriter} wrote. */
final class PackReader {

    private final int count;
    private final long first;
    private final Column writers;
    private final Column times;
    private final Column kinds;
    private final Column places;
    private final Column texts;
    private final List<Writer> clients = new ArrayList<>();
    private long time;
    private int length = -1;
    private int end;

    private static final class Writer {
        private final String client;
        private final PersonId author;
        private long sequence;

        Writer(String client, PersonId author) {
            this.client = client;
            this.author = author;
        }
    }

    PackReader(byte[] bytes) {
        var all = new Column(Deflated.inflated(bytes));
        this.count = all.nextInt();
        this.first = all.next();
        this.writers = new Column(all.nextBytes());
        this.times = new Column(all.nextBytes());
        this.kinds = new Column(all.nextBytes());
        this.places = new Column(all.nextBytes());
        this.texts = new Column(all.nextBytes());
    }

    List<Kept> read() {
        var kept = new ArrayList<Kept>(count);
        for (int i = 0; i < count; i++) {
            var writer = writer();
            time += times.next();
            kept.add(new Kept(
                    first + i, writer.client, writer.sequence++, writer.author, Instant.ofEpochMilli(time), changes()));
        }
        return kept;
    }

    private Writer writer() {
        int number = writers.nextInt();
        if (number == clients.size()) {
            clients.add(new Writer(writers.nextText(), new PersonId(writers.nextText())));
        }
        var writer = clients.get(number);
        writer.sequence += writers.next();
        return writer;
    }

    private @Nullable ChangeSet changes() {
        int kind = kinds.nextInt();
        if (kind == ELSEWHERE) {
            length = -1;
            return null;
        }
        var changes = kind == ANY ? ChangeSet.parse(texts.nextText()) : replacement();
        length = changes.newLength();
        return changes;
    }

    private ChangeSet replacement() {
        int before = length < 0 ? places.nextInt() : length;
        int from = end + places.nextInt();
        int to = from + places.nextInt();
        var inserted = texts.nextText();
        end = from + inserted.length();
        return ChangeSet.replace(before, from, to, inserted);
    }
}
