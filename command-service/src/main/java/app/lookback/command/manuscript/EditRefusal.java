package app.lookback.command.manuscript;

import app.lookback.command.platform.Refusal;

/** Why a manuscript said no. Refusals that rest on how far this node has read are decided again on a fresh reading. */
abstract sealed class EditRefusal extends Refusal {

    private final boolean restsOnNewest;

    private EditRefusal(Kind kind, String code, boolean restsOnNewest, String sentence) {
        super(kind, code, sentence);
        this.restsOnNewest = restsOnNewest;
    }

    @Override
    protected boolean mayBeStale() {
        return restsOnNewest;
    }

    /** The client was begun by another author. */
    static final class ForeignClient extends EditRefusal {
        ForeignClient() {
            super(
                    Kind.NOT_ALLOWED,
                    "foreign-client",
                    false,
                    "This editor belongs to another author. Reload the page to get one of your own.");
        }
    }

    /** The client's submissions before this one are not here. */
    static final class SequenceGap extends EditRefusal {
        SequenceGap(long expected, long sequence) {
            super(
                    Kind.CONFLICT,
                    "sequence-gap",
                    true,
                    "Submission %d was expected from this editor, not %d. Send them one after the other."
                            .formatted(expected, sequence));
        }
    }

    /** The edit claims to have seen what does not exist. */
    static final class FutureBase extends EditRefusal {
        FutureBase(long base, long revision) {
            super(
                    Kind.CONFLICT,
                    "future-base",
                    true,
                    "The edit is based on revision %d, but the newest is %d. Fetch what is there and send it again."
                            .formatted(base, revision));
        }
    }

    /** The source would become longer than a post may be. */
    static final class SourceTooLarge extends EditRefusal {
        SourceTooLarge(int length) {
            super(
                    Kind.TOO_LARGE,
                    "too-large",
                    true,
                    "The post would have %,d characters; it holds 2,000,000.".formatted(length));
        }
    }

    /** There is no such revision to speak of. */
    static final class UnknownRevision extends EditRefusal {
        UnknownRevision(long revision, long newest) {
            super(
                    Kind.CONFLICT,
                    "unknown-revision",
                    true,
                    "There is no revision %d; the post has 1 to %d.".formatted(revision, newest));
        }
    }
}
