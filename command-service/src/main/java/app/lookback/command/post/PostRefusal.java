package app.lookback.command.post;

import app.lookback.command.platform.Refusal;

/** Why a post said no. */
abstract sealed class PostRefusal extends Refusal {

    private PostRefusal(Kind kind, String code, String sentence) {
        super(kind, code, sentence);
    }

    /** Who may do this decides about others. */
    static final class OwnersOnly extends PostRefusal {
        OwnersOnly() {
            super(Kind.NOT_ALLOWED, "owners-only", "Only an owner of the post may do this. Ask one of them.");
        }
    }

    /** A post without an owner could never get one again. */
    static final class LastOwner extends PostRefusal {
        LastOwner() {
            super(
                    Kind.CONFLICT,
                    "last-owner",
                    "This is the post's only owner. Make another author an owner first, then try again.");
        }
    }

    /** The person has no access. */
    static final class NotAnAuthor extends PostRefusal {
        NotAnAuthor() {
            super(Kind.CONFLICT, "not-an-author", "This person was not let into the post. Invite them first.");
        }
    }

    /** Nothing is there to be restored. */
    static final class NotDeleted extends PostRefusal {
        NotDeleted() {
            super(Kind.CONFLICT, "not-deleted", "This post was not deleted, or is restored already.");
        }
    }

    /** Who restores sees what nobody else does. */
    static final class AdministratorsOnly extends PostRefusal {
        AdministratorsOnly() {
            super(
                    Kind.NOT_ALLOWED,
                    "administrators-only",
                    "Only an administrator may restore a post. Ask one of them.");
        }
    }

    /** Nothing is there to be withdrawn. */
    static final class NotPublished extends PostRefusal {
        NotPublished() {
            super(Kind.CONFLICT, "not-published", "Readers cannot see this post: there is nothing to withdraw.");
        }
    }

    /** Readers know nothing of the post. */
    static final class NothingToWatch extends PostRefusal {
        NothingToWatch() {
            super(
                    Kind.CONFLICT,
                    "not-published",
                    "Readers have no edition of this post yet, so there is nothing that they could watch. Publish it first.");
        }
    }

    /** Another post's image, or none at all. */
    static final class UnknownImage extends PostRefusal {
        UnknownImage(String path) {
            super(Kind.UNKNOWN, "unknown-post-image", "This post has no image at %s.".formatted(path));
        }
    }

    /** The first edition is no update. */
    static final class NothingToUpdate extends PostRefusal {
        NothingToUpdate() {
            super(
                    Kind.CONFLICT,
                    "nothing-to-update",
                    "There is no edition yet that this would update. Publish the first one.");
        }
    }

    /** The revision is the newest edition already. */
    static final class RevisionPublished extends PostRefusal {
        RevisionPublished(long revision, int edition) {
            super(
                    Kind.CONFLICT,
                    "already-published",
                    "Revision %d is edition %d already. Change something first.".formatted(revision, edition));
        }
    }

    /** What is due at once is published at once. */
    static final class NotInTheFuture extends PostRefusal {
        NotInTheFuture() {
            super(Kind.MALFORMED, "not-in-the-future", "That time is over. Choose a later one, or publish now.");
        }
    }

    /** Nobody plans so far ahead. */
    static final class TooFarAway extends PostRefusal {
        TooFarAway() {
            super(Kind.MALFORMED, "too-far-away", "A post is scheduled for the next five years at most.");
        }
    }
}
