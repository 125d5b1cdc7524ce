package app.lookback.command.manuscript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lookback.command.manuscript.EditRefusal.SequenceGap;
import app.lookback.command.manuscript.Outcome.Accepted;
import app.lookback.command.manuscript.Outcome.FarBehind;
import app.lookback.command.manuscript.Outcome.Refused;
import app.lookback.command.platform.Busy;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import app.lookback.text.ChangeSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SubmissionsTest {

    private static final PostId POST = new PostId("abcdefghijklmnop");
    private static final PostId OTHER = new PostId("ponmlkjihgfedcba");

    private final List<List<Long>> decided = new CopyOnWriteArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final Submissions submissions = new Submissions(this::decide, SubmissionsTest::nearer);

    /** The log, which takes its time with a post's first edit. */
    private List<Outcome> decide(EditTogether together) {
        decided.add(together.edits().stream().map(EditSource::sequence).toList());
        if (together.post().equals(POST) && together.edits().get(0).sequence() == 1) {
            begun.countDown();
            await(goOn);
        }
        return together.edits().stream().map(this::outcome).toList();
    }

    private Outcome outcome(EditSource edit) {
        if (edit.base() == 0) {
            return new FarBehind();
        }
        return edit.sequence() == 13 ? new Refused(new SequenceGap(12, 13)) : new Accepted(edit.sequence() + 100);
    }

    private static EditSource nearer(EditSource edit) {
        if (edit.sequence() == 66) {
            throw new IllegalStateException("unreadable");
        }
        return edit(edit.post(), edit.sequence(), 1);
    }

    @AfterEach
    void end() {
        goOn.countDown();
        submissions.destroy();
    }

    @Test
    void what_comes_during_a_commit_is_committed_together_and_in_order() {
        var first = submissions.submit(edit(POST, 1, 1));
        await(begun);
        var later = IntStream.rangeClosed(2, 6)
                .mapToObj(sequence -> submissions.submit(edit(POST, sequence, 1)))
                .toList();
        goOn.countDown();

        assertThat(first.join()).isEqualTo(101);
        assertThat(later).extracting(CompletableFuture::join).containsExactly(102L, 103L, 104L, 105L, 106L);
        assertThat(decided).containsExactly(List.of(1L), List.of(2L, 3L, 4L, 5L, 6L));
    }

    @Test
    void a_post_does_not_wait_for_another() {
        submissions.submit(edit(POST, 1, 1));
        await(begun);

        assertThat(submissions.submit(edit(OTHER, 7, 1)).join()).isEqualTo(107);
    }

    @Test
    void a_refusal_is_its_own_edits_only() {
        submissions.submit(edit(POST, 1, 1));
        await(begun);
        var refused = submissions.submit(edit(POST, 13, 1));
        var accepted = submissions.submit(edit(POST, 14, 1));
        goOn.countDown();

        assertThatThrownBy(refused::join).hasCauseInstanceOf(SequenceGap.class);
        assertThat(accepted.join()).isEqualTo(114);
    }

    @Test
    void what_is_far_behind_is_brought_nearer_while_the_others_go_on() {
        assertThat(submissions.submit(edit(OTHER, 5, 0)).join()).isEqualTo(105);
        assertThat(decided).containsExactly(List.of(5L), List.of(5L));
    }

    @Test
    void what_cannot_be_brought_nearer_is_answered_all_the_same() {
        assertThatThrownBy(() -> submissions.submit(edit(OTHER, 66, 0)).join())
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void when_the_log_fails_every_edit_is_told_so_and_the_next_is_tried_again() {
        var failing = new Submissions(
                together -> {
                    if (together.edits().get(0).sequence() == 1) {
                        throw Busy.tooMany();
                    }
                    return List.of(new Accepted(9));
                },
                SubmissionsTest::nearer);

        assertThatThrownBy(() -> failing.submit(edit(POST, 1, 1)).join()).hasCauseInstanceOf(Busy.class);
        assertThat(failing.submit(edit(POST, 2, 1)).join()).isEqualTo(9);
        failing.destroy();
    }

    @Test
    void a_post_holds_a_thousand_edits_that_wait_and_says_busy_to_more() {
        submissions.submit(edit(POST, 1, 1));
        await(begun);
        var waiting = new ArrayList<CompletableFuture<Long>>();
        for (int sequence = 100; sequence < 1100; sequence++) {
            waiting.add(submissions.submit(edit(POST, sequence, 1)));
        }

        assertThatThrownBy(() -> submissions.submit(edit(POST, 1100, 1)).join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(Busy.class);
        goOn.countDown();
        assertThat(waiting.get(999).join()).isEqualTo(1199);
    }

    private static EditSource edit(PostId post, long sequence, long base) {
        return new EditSource(
                post,
                PersonId.random(),
                new UUID(0, sequence).toString(),
                sequence,
                base,
                ChangeSet.empty(0),
                Instant.EPOCH);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
