package app.lookback.command.post;

import static org.assertj.core.api.Assertions.assertThat;

import app.lookback.command.membership.Membership.DeletedPost;
import app.lookback.command.membership.Membership.ReadOnly;
import app.lookback.command.membership.Membership.UnknownPost;
import app.lookback.command.post.PostCommand.ChangeRole;
import app.lookback.command.post.PostCommand.CloseHistory;
import app.lookback.command.post.PostCommand.CreatePost;
import app.lookback.command.post.PostCommand.DeletePost;
import app.lookback.command.post.PostCommand.MovePost;
import app.lookback.command.post.PostCommand.OpenHistory;
import app.lookback.command.post.PostCommand.PublishScheduled;
import app.lookback.command.post.PostCommand.RestorePost;
import app.lookback.command.post.PostCommand.SchedulePublication;
import app.lookback.command.post.PostCommand.TakeAccessBack;
import app.lookback.command.post.PostCommand.UnschedulePublication;
import app.lookback.command.post.PostCommand.WithdrawPost;
import app.lookback.command.post.PostRefusal.LastOwner;
import app.lookback.command.post.PostRefusal.NotDeleted;
import app.lookback.command.post.PostRefusal.NotPublished;
import app.lookback.command.post.PostRefusal.NothingToWatch;
import app.lookback.command.post.PostRefusal.OwnersOnly;
import app.lookback.command.post.PostRefusal.RevisionPublished;
import app.lookback.command.post.PostRefusal.UnknownImage;
import app.lookback.contract.FileForm;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostEvent.AccessTakenBack;
import app.lookback.contract.PostEvent.AuthorAdmitted;
import app.lookback.contract.PostEvent.EditionPublished;
import app.lookback.contract.PostEvent.HistoryClosed;
import app.lookback.contract.PostEvent.HistoryOpened;
import app.lookback.contract.PostEvent.ImageAdded;
import app.lookback.contract.PostEvent.ImageRemoved;
import app.lookback.contract.PostEvent.ImageScaled;
import app.lookback.contract.PostEvent.PostCreated;
import app.lookback.contract.PostEvent.PostDeleted;
import app.lookback.contract.PostEvent.PostMoved;
import app.lookback.contract.PostEvent.PostRestored;
import app.lookback.contract.PostEvent.PostWithdrawn;
import app.lookback.contract.PostEvent.PublicationScheduled;
import app.lookback.contract.PostEvent.PublicationUnscheduled;
import app.lookback.contract.PostEvent.ReviewerAdmitted;
import app.lookback.contract.PostEvent.RoleChanged;
import app.lookback.contract.PostId;
import app.lookback.contract.Role;
import app.lookback.contract.Update;
import app.lookback.contract.log.LogSerializer;
import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class PostTest {

    private static final PostId POST = new PostId("abcdefghijklmnop");
    private static final PersonId ADA = new PersonId("00000000-0000-4000-8000-00000000000a");
    private static final PersonId BEN = new PersonId("00000000-0000-4000-8000-00000000000b");
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final PostCreated CREATED = new PostCreated(POST, "/posts/a/", ADA, FileForm.PLAIN, NOW);
    private static final ImageAdded COVER = new ImageAdded(POST, "/images/cover.png", "11aa", "image/png", 5, ADA, NOW);
    private static final EditionPublished FIRST = new EditionPublished(POST, 1, 7, ADA, NOW);

    private static final AuthorAdmitted BEN_ADMITTED = new AuthorAdmitted(POST, BEN, ADA, NOW);
    private static final ReviewerAdmitted BEN_REVIEWS = new ReviewerAdmitted(POST, BEN, ADA, NOW);
    private static final PostDeleted DELETED = new PostDeleted(POST, ADA, NOW);
    private static final RoleChanged BEN_OWNS = new RoleChanged(POST, BEN, Role.OWNER, ADA, NOW);

    private final AggregateTestFixture<Post> fixture = new AggregateTestFixture<>(Post.class);

    @Test
    void a_post_begins_with_its_first_author() {
        fixture.givenNoPriorActivity()
                .when(new CreatePost(POST, "/posts/a/", ADA, FileForm.PLAIN, NOW))
                .expectEvents(CREATED);
    }

    @Test
    void an_author_admits_another() {
        fixture.given(CREATED)
                .when(new AdmitAuthor(POST, BEN, ADA, NOW))
                .expectEvents(new AuthorAdmitted(POST, BEN, ADA, NOW));
    }

    @Test
    void an_author_is_admitted_once() {
        fixture.given(CREATED, new AuthorAdmitted(POST, BEN, ADA, NOW))
                .when(new AdmitAuthor(POST, BEN, ADA, NOW))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void who_was_not_let_in_does_nothing_here() {
        fixture.given(CREATED).when(new AdmitAuthor(POST, BEN, BEN, NOW)).expectException(UnknownPost.class);
        fixture.given(CREATED).when(new MovePost(POST, "/posts/b/", BEN, NOW)).expectException(UnknownPost.class);
        fixture.given(CREATED).when(new PublishEdition(POST, 1, BEN, NOW)).expectException(UnknownPost.class);
        fixture.given(CREATED)
                .when(new AddImage(POST, "/images/x.png", "11aa", "image/png", 5, "", BEN, NOW))
                .expectException(UnknownPost.class);
    }

    @Test
    void an_owner_changes_roles_and_takes_access_back() {
        fixture.given(CREATED, BEN_ADMITTED)
                .when(new ChangeRole(POST, BEN, Role.OWNER, ADA, NOW))
                .expectEvents(BEN_OWNS);
        fixture.given(CREATED, BEN_ADMITTED)
                .when(new TakeAccessBack(POST, BEN, ADA, NOW))
                .expectEvents(new AccessTakenBack(POST, BEN, ADA, NOW));
    }

    @Test
    void only_owners_decide_about_others() {
        fixture.given(CREATED, BEN_ADMITTED)
                .when(new ChangeRole(POST, BEN, Role.OWNER, BEN, NOW))
                .expectException(OwnersOnly.class);
        fixture.given(CREATED, BEN_ADMITTED)
                .when(new TakeAccessBack(POST, ADA, BEN, NOW))
                .expectException(OwnersOnly.class);
        fixture.given(CREATED, BEN_ADMITTED, FIRST)
                .when(new WithdrawPost(POST, BEN, NOW))
                .expectException(OwnersOnly.class);
    }

    @Test
    void an_author_leaves() {
        fixture.given(CREATED, BEN_ADMITTED)
                .when(new TakeAccessBack(POST, BEN, BEN, NOW))
                .expectEvents(new AccessTakenBack(POST, BEN, BEN, NOW));
    }

    @Test
    void the_last_owner_neither_leaves_nor_is_lowered() {
        fixture.given(CREATED, BEN_ADMITTED)
                .when(new TakeAccessBack(POST, ADA, ADA, NOW))
                .expectException(LastOwner.class);
        fixture.given(CREATED, BEN_ADMITTED)
                .when(new ChangeRole(POST, ADA, Role.AUTHOR, ADA, NOW))
                .expectException(LastOwner.class);
        fixture.given(CREATED, BEN_ADMITTED, BEN_OWNS)
                .when(new ChangeRole(POST, ADA, Role.AUTHOR, ADA, NOW))
                .expectEvents(new RoleChanged(POST, ADA, Role.AUTHOR, ADA, NOW));
    }

    @Test
    void who_lost_access_does_nothing_here_any_more() {
        fixture.given(CREATED, BEN_ADMITTED, new AccessTakenBack(POST, BEN, ADA, NOW))
                .when(new PublishEdition(POST, 1, BEN, NOW))
                .expectException(UnknownPost.class);
    }

    @Test
    void a_withdrawn_post_comes_back_with_its_next_edition() {
        fixture.given(CREATED, FIRST)
                .when(new WithdrawPost(POST, ADA, NOW))
                .expectEvents(new PostWithdrawn(POST, ADA, NOW));
        fixture.given(CREATED, FIRST, new PostWithdrawn(POST, ADA, NOW))
                .when(new PublishEdition(POST, 7, ADA, NOW))
                .expectEvents(new EditionPublished(POST, 2, 7, ADA, NOW));
    }

    @Test
    void a_later_edition_says_how_it_differs_and_the_first_one_cannot() {
        var correction = new Update(Update.Kind.CORRECTION, "The film is of 1926.");
        fixture.given(CREATED, FIRST)
                .when(new PublishEdition(POST, 9, ADA, NOW, correction))
                .expectEvents(new EditionPublished(POST, 2, 9, ADA, NOW, correction));
        fixture.given(CREATED)
                .when(new PublishEdition(POST, 9, ADA, NOW, correction))
                .expectException(PostRefusal.NothingToUpdate.class);
    }

    @Test
    void a_scheduled_edition_comes_when_it_is_due_and_once() {
        var due = NOW.plusSeconds(60);
        var scheduled = new PublicationScheduled(POST, 3, due, ADA, NOW, null);
        fixture.given(CREATED)
                .when(new SchedulePublication(POST, 3, due, ADA, NOW, null))
                .expectEvents(scheduled);
        fixture.given(CREATED, scheduled)
                .when(new PublishScheduled(POST, due, NOW))
                .expectNoEvents();
        fixture.given(CREATED, scheduled)
                .when(new PublishScheduled(POST, due, due.plusSeconds(2)))
                .expectEvents(new EditionPublished(POST, 1, 3, ADA, due));
        fixture.given(CREATED, scheduled, new EditionPublished(POST, 1, 3, ADA, due))
                .when(new PublishScheduled(POST, due, due.plusSeconds(2)))
                .expectNoEvents();
    }

    @Test
    void what_was_scheduled_does_not_come_when_it_was_taken_back_or_nobody_could_publish_it_then() {
        var due = NOW.plusSeconds(60);
        var bens = new PublicationScheduled(POST, 3, due, BEN, NOW, null);
        var undone = new PublicationUnscheduled(POST, ADA, NOW);
        fixture.given(CREATED, BEN_ADMITTED, bens)
                .when(new UnschedulePublication(POST, ADA, NOW))
                .expectEvents(undone);
        fixture.given(CREATED, BEN_ADMITTED, bens, undone)
                .when(new PublishScheduled(POST, due, due))
                .expectNoEvents();
        fixture.given(CREATED, BEN_ADMITTED, bens, new AccessTakenBack(POST, BEN, ADA, NOW))
                .when(new PublishScheduled(POST, due, due))
                .expectEvents(new PublicationUnscheduled(POST, BEN, due));
        fixture.given(CREATED, new PublicationScheduled(POST, 3, due, ADA, NOW, null), FIRST)
                .when(new PublishScheduled(POST, due, due))
                .expectNoEvents();
    }

    @Test
    void nothing_is_scheduled_for_yesterday_nor_for_ever() {
        fixture.given(CREATED)
                .when(new SchedulePublication(POST, 3, NOW, ADA, NOW, null))
                .expectException(PostRefusal.NotInTheFuture.class);
        fixture.given(CREATED)
                .when(new SchedulePublication(POST, 3, NOW.plusSeconds(200_000_000), ADA, NOW, null))
                .expectException(PostRefusal.TooFarAway.class);
        fixture.given(CREATED)
                .when(new SchedulePublication(POST, 3, NOW.plusSeconds(9), BEN, NOW, null))
                .expectException(UnknownPost.class);
    }

    @Test
    void what_readers_cannot_see_is_not_withdrawn() {
        fixture.given(CREATED).when(new WithdrawPost(POST, ADA, NOW)).expectException(NotPublished.class);
        fixture.given(CREATED, FIRST, new PostWithdrawn(POST, ADA, NOW))
                .when(new WithdrawPost(POST, ADA, NOW))
                .expectException(NotPublished.class);
    }

    @Test
    void an_owner_deletes_and_an_administrator_restores() {
        fixture.given(CREATED).when(new DeletePost(POST, ADA, NOW)).expectEvents(DELETED);
        fixture.given(CREATED, BEN_ADMITTED)
                .when(new DeletePost(POST, BEN, NOW))
                .expectException(OwnersOnly.class);
        fixture.given(CREATED, DELETED)
                .when(new RestorePost(POST, BEN, NOW))
                .expectEvents(new PostRestored(POST, BEN, NOW));
        fixture.given(CREATED).when(new RestorePost(POST, BEN, NOW)).expectException(NotDeleted.class);
    }

    @Test
    void nothing_happens_to_a_deleted_post() {
        for (var command : List.of(
                new DeletePost(POST, ADA, NOW),
                new MovePost(POST, "/posts/b/", ADA, NOW),
                new AdmitAuthor(POST, BEN, ADA, NOW),
                new PublishEdition(POST, 8, ADA, NOW),
                new WithdrawPost(POST, ADA, NOW))) {
            fixture.given(CREATED, FIRST, DELETED).when(command).expectException(DeletedPost.class);
        }
        fixture.given(CREATED, DELETED)
                .when(new PublishEdition(POST, 1, BEN, NOW))
                .expectException(UnknownPost.class);
    }

    @Test
    void a_restored_post_is_as_it_was() {
        fixture.given(CREATED, FIRST, DELETED, new PostRestored(POST, BEN, NOW))
                .when(new PublishEdition(POST, 9, ADA, NOW))
                .expectEvents(new EditionPublished(POST, 2, 9, ADA, NOW));
    }

    @Test
    void a_reviewer_changes_nothing_and_may_become_an_author() {
        fixture.given(CREATED).when(new AdmitReviewer(POST, BEN, ADA, NOW)).expectEvents(BEN_REVIEWS);
        fixture.given(CREATED, BEN_ADMITTED)
                .when(new AdmitReviewer(POST, BEN, ADA, NOW))
                .expectNoEvents();
        fixture.given(CREATED, BEN_REVIEWS)
                .when(new PublishEdition(POST, 1, BEN, NOW))
                .expectException(ReadOnly.class);
        fixture.given(CREATED, BEN_REVIEWS)
                .when(new AdmitAuthor(POST, ADA, BEN, NOW))
                .expectException(ReadOnly.class);
        fixture.given(CREATED, BEN_REVIEWS)
                .when(new AdmitAuthor(POST, BEN, ADA, NOW))
                .expectEvents(BEN_ADMITTED);
        fixture.given(CREATED, BEN_REVIEWS)
                .when(new TakeAccessBack(POST, BEN, BEN, NOW))
                .expectEvents(new AccessTakenBack(POST, BEN, BEN, NOW));
    }

    @Test
    void an_unpublished_post_moves() {
        fixture.given(CREATED)
                .when(new MovePost(POST, "/posts/b/", ADA, NOW))
                .expectEvents(new PostMoved(POST, "/posts/b/", ADA, NOW));
    }

    @Test
    void a_post_that_is_there_already_does_not_move() {
        fixture.given(CREATED, FIRST)
                .when(new MovePost(POST, "/posts/a/", ADA, NOW))
                .expectNoEvents();
    }

    @Test
    void a_published_post_moves_on_and_back_and_is_published_where_it_is_then() {
        var moved = new PostMoved(POST, "/posts/b/", ADA, NOW);
        fixture.given(CREATED, FIRST)
                .when(new MovePost(POST, "/posts/b/", ADA, NOW))
                .expectEvents(moved);
        fixture.given(CREATED, FIRST, moved)
                .when(new MovePost(POST, "/posts/a/", ADA, NOW))
                .expectEvents(new PostMoved(POST, "/posts/a/", ADA, NOW));
        fixture.given(CREATED, FIRST, moved)
                .when(new PublishEdition(POST, 9, ADA, NOW))
                .expectResultMessagePayload(new Published(2, "/posts/b/"));
    }

    @Test
    void who_may_not_write_a_published_post_does_not_move_it() {
        var move = new MovePost(POST, "/posts/b/", BEN, NOW);
        fixture.given(CREATED, BEN_ADMITTED, FIRST).when(move).expectEvents(new PostMoved(POST, "/posts/b/", BEN, NOW));
        fixture.given(CREATED, BEN_REVIEWS, FIRST).when(move).expectException(ReadOnly.class);
        fixture.given(CREATED, BEN_ADMITTED, FIRST, DELETED).when(move).expectException(DeletedPost.class);
    }

    @Test
    void authors_open_the_history_of_what_is_published_once_and_close_it() {
        var opened = new HistoryOpened(POST, BEN, NOW);
        fixture.given(CREATED, BEN_ADMITTED, FIRST)
                .when(new OpenHistory(POST, BEN, NOW))
                .expectEvents(opened);
        fixture.given(CREATED, FIRST, opened)
                .when(new OpenHistory(POST, ADA, NOW))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
        fixture.given(CREATED, FIRST, opened)
                .when(new CloseHistory(POST, ADA, NOW))
                .expectEvents(new HistoryClosed(POST, ADA, NOW));
        fixture.given(CREATED, FIRST, opened, new HistoryClosed(POST, ADA, NOW))
                .when(new CloseHistory(POST, ADA, NOW))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
        fixture.given(CREATED, FIRST, opened, new HistoryClosed(POST, ADA, NOW))
                .when(new OpenHistory(POST, ADA, NOW))
                .expectEvents(new HistoryOpened(POST, ADA, NOW));
    }

    @Test
    void a_history_that_readers_know_nothing_of_is_not_opened_nor_by_who_does_not_write() {
        fixture.given(CREATED).when(new OpenHistory(POST, ADA, NOW)).expectException(NothingToWatch.class);
        fixture.given(CREATED, FIRST).when(new OpenHistory(POST, BEN, NOW)).expectException(UnknownPost.class);
        fixture.given(CREATED, BEN_REVIEWS, FIRST)
                .when(new OpenHistory(POST, BEN, NOW))
                .expectException(ReadOnly.class);
        fixture.given(CREATED, BEN_REVIEWS, FIRST)
                .when(new CloseHistory(POST, BEN, NOW))
                .expectException(ReadOnly.class);
        fixture.given(CREATED, FIRST, DELETED)
                .when(new OpenHistory(POST, ADA, NOW))
                .expectException(DeletedPost.class);
    }

    @Test
    void editions_are_counted_from_one() {
        fixture.given(CREATED)
                .when(new PublishEdition(POST, 7, ADA, NOW))
                .expectEvents(FIRST)
                .expectResultMessagePayload(new Published(1, "/posts/a/"));
        fixture.given(CREATED, FIRST)
                .when(new PublishEdition(POST, 9, ADA, NOW))
                .expectEvents(new EditionPublished(POST, 2, 9, ADA, NOW))
                .expectResultMessagePayload(new Published(2, "/posts/a/"));
    }

    @Test
    void the_newest_edition_is_not_published_twice() {
        fixture.given(CREATED, FIRST)
                .when(new PublishEdition(POST, 7, ADA, NOW))
                .expectException(RevisionPublished.class)
                .expectNoEvents();
    }

    @Test
    void an_earlier_revision_may_become_an_edition_again() {
        fixture.given(CREATED, FIRST, new EditionPublished(POST, 2, 9, ADA, NOW))
                .when(new PublishEdition(POST, 7, ADA, NOW))
                .expectEvents(new EditionPublished(POST, 3, 7, ADA, NOW));
    }

    @Test
    void an_image_is_added_where_there_is_room() {
        fixture.given(CREATED)
                .when(new AddImage(POST, "/images/cover.png", "11aa", "image/png", 5, "", ADA, NOW))
                .expectEvents(COVER)
                .expectResultMessagePayload("/images/cover.png");
    }

    @Test
    void the_same_bytes_stay_where_they_are() {
        fixture.given(CREATED, COVER)
                .when(new AddImage(POST, "/images/other.png", "11aa", "image/png", 5, "", ADA, NOW))
                .expectNoEvents()
                .expectResultMessagePayload("/images/cover.png");
    }

    @Test
    void a_smaller_copy_says_of_which_image_it_is_one() {
        fixture.given(CREATED, COVER)
                .when(new AddImage(POST, "/images/cover-2.png", "22bb", "image/png", 3, "/images/cover.png", ADA, NOW))
                .expectEvents(
                        new ImageAdded(POST, "/images/cover-2.png", "22bb", "image/png", 3, ADA, NOW),
                        new ImageScaled(POST, "/images/cover-2.png", "/images/cover.png", ADA, NOW));
    }

    @Test
    void nothing_is_a_copy_of_another_posts_image() {
        fixture.given(CREATED, COVER)
                .when(new AddImage(POST, "/images/x.png", "22bb", "image/png", 3, "/images/foreign.png", ADA, NOW))
                .expectException(UnknownImage.class);
    }

    @Test
    void an_image_is_removed_once_and_offered_again_when_it_is_added_again() {
        var removed = new ImageRemoved(POST, "/images/cover.png", ADA, NOW);
        var remove = new RemoveImage(POST, "/images/cover.png", ADA, NOW);
        fixture.given(CREATED, COVER).when(remove).expectEvents(removed);
        fixture.given(CREATED, COVER, removed).when(remove).expectNoEvents();
        fixture.given(CREATED, COVER, removed)
                .when(new AddImage(POST, "/images/other.png", "11aa", "image/png", 5, "", ADA, NOW))
                .expectEvents(COVER)
                .expectResultMessagePayload("/images/cover.png");
    }

    @Test
    void only_the_posts_images_are_removed_and_only_by_its_authors() {
        fixture.given(CREATED, COVER)
                .when(new RemoveImage(POST, "/images/foreign.png", ADA, NOW))
                .expectException(UnknownImage.class);
        fixture.given(CREATED, COVER)
                .when(new RemoveImage(POST, "/images/cover.png", BEN, NOW))
                .expectException(UnknownPost.class);
    }

    @Test
    void a_snapshot_keeps_everything() {
        var serializer = new LogSerializer();
        fixture.given(CREATED, COVER, FIRST)
                .when(new AdmitAuthor(POST, BEN, ADA, NOW))
                .expectState(post -> {
                    var stored = serializer.serialize(post, String.class);
                    var again = serializer.serialize(serializer.deserialize(stored), String.class);
                    assertThat(again.getData())
                            .isEqualTo(stored.getData())
                            .contains(ADA.value(), BEN.value(), "/posts/a/", "\"newestEdition\":7", "\"11aa\"");
                });
    }
}
