package app.lookback.query.cache;

import app.lookback.query.platform.Freshness;
import app.lookback.query.theme.Theme;

/** Of what an answer was made: of the views in one generation, in one state of the theme. */
record Made(long generation, long theme) {

    static Made now(Freshness freshness, Theme theme) {
        return new Made(freshness.generation(), theme.version());
    }

    /** Whether nothing is known by which it would be another one. */
    boolean isSettled() {
        return generation != Freshness.NONE;
    }
}
