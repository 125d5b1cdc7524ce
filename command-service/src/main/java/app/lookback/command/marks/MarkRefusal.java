package app.lookback.command.marks;

import app.lookback.command.platform.Refusal;

/** Why nothing was marked. */
abstract sealed class MarkRefusal extends Refusal {

    private MarkRefusal(Kind kind, String code, String sentence) {
        super(kind, code, sentence);
    }

    /** Another node may have just given or removed it. */
    @Override
    protected boolean mayBeStale() {
        return true;
    }

    /** A name that nobody could read. */
    static final class BadName extends MarkRefusal {
        BadName() {
            super(
                    Kind.MALFORMED,
                    "bad-name",
                    "A label is named by 1 to %d characters on one line.".formatted(LabelName.LONGEST));
        }
    }

    /** There is no such label, or it was removed. */
    static final class UnknownLabel extends MarkRefusal {
        UnknownLabel(int label) {
            super(
                    Kind.UNKNOWN,
                    "unknown-label",
                    "This post has no label %d; it may have been removed.".formatted(label));
        }
    }

    /** More would be no help to anybody. */
    static final class TooMany extends MarkRefusal {
        TooMany(int most) {
            super(
                    Kind.CONFLICT,
                    "too-many-labels",
                    "A post has at most %,d labels. Remove some of them first.".formatted(most));
        }
    }

    /** Nothing is brought back by an edit that came before it. */
    static final class NotLater extends MarkRefusal {
        NotLater() {
            super(
                    Kind.CONFLICT,
                    "not-later",
                    "A revision is restored by a later one: “as” has to be greater than “revision”.");
        }
    }
}
