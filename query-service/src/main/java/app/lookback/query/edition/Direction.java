package app.lookback.query.edition;

import java.util.Locale;
import java.util.Set;

/** Where lines begin in a language's writing. */
final class Direction {

    private static final Set<String> LANGUAGES =
            Set.of("ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi");
    private static final Set<String> SCRIPTS = Set.of("Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg");

    private Direction() {}

    /** A script that is named goes before what the language is usually written in. */
    static boolean isRightToLeft(String language) {
        var said = Locale.forLanguageTag(language);
        return said.getScript().isEmpty()
                ? LANGUAGES.contains(Locale.forLanguageTag(said.getLanguage()).toLanguageTag())
                : SCRIPTS.contains(said.getScript());
    }
}
