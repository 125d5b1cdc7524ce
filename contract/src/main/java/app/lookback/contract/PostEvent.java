package app.lookback.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** All that can happen to a post besides its source. Aggregate: the post's id. */
public sealed interface PostEvent {

    PostId post();

    /** The post exists at {@code path} (as in {@code /posts/look-back/}), {@code author} being its first author. */
    record PostCreated(PostId post, String path, PersonId author, FileForm form, Instant at) implements PostEvent {}

    /** The post's path is another one from now on. */
    record PostMoved(PostId post, String path, PersonId by, Instant at) implements PostEvent {}

    /** The post's file stands at this path of the site's folder (as in {@code content/posts/look-back.md}). */
    record FilePlaced(PostId post, String file, PersonId by, Instant at) implements PostEvent {}

    /** {@code author} may write the post from now on. */
    record AuthorAdmitted(PostId post, PersonId author, PersonId by, Instant at) implements PostEvent {}

    /** {@code reviewer}, who is no author, may read the draft from now on. */
    record ReviewerAdmitted(PostId post, PersonId reviewer, PersonId by, Instant at) implements PostEvent {}

    /** {@code person}, who was let into the post, has this role from now on. The first author begins as owner. */
    record RoleChanged(PostId post, PersonId person, Role role, PersonId by, Instant at) implements PostEvent {}

    /** {@code person} may neither read the draft nor write the post from now on; who left did it themselves. */
    record AccessTakenBack(PostId post, PersonId person, PersonId by, Instant at) implements PostEvent {}

    /** The image with these bytes belongs to the post and is found at {@code path} (as in {@code /images/cover.png}). */
    record ImageAdded(PostId post, String path, String sha256, String mediaType, long size, PersonId by, Instant at)
            implements PostEvent {}

    /** The image at {@code path} is a smaller copy of the one at {@code original}, which is kept as well. */
    record ImageScaled(PostId post, String path, String original, PersonId by, Instant at) implements PostEvent {}

    /**
     * The image at {@code path} is no longer offered where nothing shows it. Its bytes stay, since revisions may show
     * them; when it is added again it is offered again.
     */
    record ImageRemoved(PostId post, String path, PersonId by, Instant at) implements PostEvent {}

    /**
     * Revision {@code revision} became edition {@code edition} (1, 2, 3 ...) of the post.
     *
     * @param update null for a first edition, and where nothing was said
     */
    record EditionPublished(
            PostId post,
            int edition,
            long revision,
            PersonId by,
            Instant at,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Update update)
            implements PostEvent {
        public EditionPublished(PostId post, int edition, long revision, PersonId by, Instant at) {
            this(post, edition, revision, by, at, null);
        }
    }

    /**
     * From {@code due} on readers shall find this revision as the next edition.
     *
     * @param update as of an edition
     */
    record PublicationScheduled(
            PostId post,
            long revision,
            Instant due,
            PersonId by,
            Instant at,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Update update)
            implements PostEvent {}

    /**
     * Nothing is scheduled any more: {@code by} took it back, or, where it was due, could not publish any more. An edition ends
     * a schedule too.
     */
    record PublicationUnscheduled(PostId post, PersonId by, Instant at) implements PostEvent {}

    /** Readers find none of the editions until now; the next one brings them all back. */
    record PostWithdrawn(PostId post, PersonId by, Instant at) implements PostEvent {}

    /** Readers may watch how the post was written, up to the newest edition; {@code by} decided so for all its authors. */
    record HistoryOpened(PostId post, PersonId by, Instant at) implements PostEvent {}

    /** They may not any more. */
    record HistoryClosed(PostId post, PersonId by, Instant at) implements PostEvent {}

    /** Nobody finds the post any more, neither readers nor its people; it keeps its path. */
    record PostDeleted(PostId post, PersonId by, Instant at) implements PostEvent {}

    /** The deleted post is again as it was, for its people and for readers. */
    record PostRestored(PostId post, PersonId by, Instant at) implements PostEvent {}
}
