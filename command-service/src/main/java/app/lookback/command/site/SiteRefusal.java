package app.lookback.command.site;

import app.lookback.command.platform.Refusal;

/** Why a file of the site was not changed. */
abstract sealed class SiteRefusal extends Refusal {

    private SiteRefusal(Kind kind, String code, String sentence) {
        super(kind, code, sentence);
    }

    /** A shortcode changes the pages of all. */
    static final class AdministratorsOnly extends SiteRefusal {
        AdministratorsOnly() {
            super(Kind.NOT_ALLOWED, "administrators-only", "Only an administrator defines the site's shortcodes.");
        }
    }

    /** Hugo would not find it, or an author could not call it. */
    static final class BadName extends SiteRefusal {
        BadName() {
            super(
                    Kind.MALFORMED,
                    "bad-name",
                    "A shortcode's name has 1 to 100 letters, digits, - and _, and does not begin with -.");
        }
    }

    /** It was removed before, or never there. */
    static final class NoSuchFile extends SiteRefusal {
        NoSuchFile() {
            super(Kind.UNKNOWN, "unknown-shortcode", "The site has no shortcode of this name.");
        }

        @Override
        protected boolean mayBeStale() {
            return true;
        }
    }
}
