package app.lookback.command.manuscript;

import app.lookback.contract.ManuscriptEvent.SourceEdited;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The clients that wrote last. Who has been silent the longest is forgotten here, but stands in the log for ever.
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
final class Writers {

    private static final int MOST = 1000;

    /** In the order of their newest revisions. */
    private LinkedHashMap<String, Writer> remembered = new LinkedHashMap<>();

    /** No forgotten client has a revision after this one. */
    private long forgotten;

    @Nullable
    Writer get(String client) {
        return remembered.get(client);
    }

    /** Whether the client of this edit, if it is not remembered, may have written before: its first edit is new. */
    boolean mayHaveForgotten(EditSource edit) {
        return forgotten > 0 && (edit.sequence() > 1 || edit.base() < forgotten);
    }

    void wrote(SourceEdited edit) {
        var known = remembered.remove(edit.client());
        remembered.put(
                edit.client(),
                known == null
                        ? new Writer(edit.author(), edit.revision(), edit.sequence(), edit.revision())
                        : known.next(edit.revision()));
        if (remembered.size() > MOST) {
            var oldest = remembered.entrySet().iterator().next();
            remembered.remove(oldest.getKey());
            forgotten = oldest.getValue().revision();
        }
    }

    int size() {
        return remembered.size();
    }
}
