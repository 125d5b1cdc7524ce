package app.lookback.text;

/**
 * Brings a submission up to date.
 *
 * <p>Law: a submission is mapped over the revisions accepted since its base one after the other, in their order, and
 * never over their composition; everyone who holds a revision maps it, and is mapped over it, as that one edit. Each
 * accepted revision counts as coming first, so of two insertions at one position the one accepted first stays left.
 * A client does the mirror image for each revision {@code c} that it receives while its own edit {@code u} is not yet
 * accepted: {@code u.map(c, false)} remains to be accepted and {@code c.map(u, true)} is applied to its text.
 */
public final class Rebase {

    private Rebase() {}

    /**
     * The submission as it applies after all of {@code accepted}. They are consecutive revisions, the first made on the
     * text that the submission was made on, and none of them is from the submission's own client.
     */
    public static ChangeSet over(ChangeSet submission, Iterable<ChangeSet> accepted) {
        var rebased = submission;
        for (var revision : accepted) {
            rebased = rebased.map(revision, false);
        }
        return rebased;
    }
}
