package app.lookback.query.edition;

import app.lookback.contract.Update;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What readers are told of an update. */
public record Told(String kind, boolean hasNote, String note, boolean retracted) {

    private static final Map<Update.Kind, String> WORDS = Map.of(
            Update.Kind.TYPO, "Wording",
            Update.Kind.CORRECTION, "Correction",
            Update.Kind.SUBSTANTIVE, "Update",
            Update.Kind.RETRACTION, "Retraction");

    public static @Nullable Told of(@Nullable Update update) {
        return update == null
                ? null
                : new Told(
                        WORDS.get(update.kind()),
                        !update.note().isEmpty(),
                        update.note(),
                        update.kind() == Update.Kind.RETRACTION);
    }
}
