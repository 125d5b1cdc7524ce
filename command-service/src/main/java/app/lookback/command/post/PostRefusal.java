package app.lookback.command.post;

import app.lookback.command.platform.Refusal;

/** Why a post said no. */
abstract sealed class PostRefusal extends Refusal {

    private PostRefusal(Kind kind, String code, String sentence) {
        super(kind, code, sentence);
    }

    /** Readers know the post by its path. */
    static final class PathPublished extends PostRefusal {
        PathPublished(String path) {
            super(
                    Kind.CONFLICT,
                    "published",
                    "The post has been published at %s, where its readers look for it. It stays there."
                            .formatted(path));
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
}
