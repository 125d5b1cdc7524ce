package app.lookback.stories.faults;

/** What is written down while the editors write. A moment's order in the history is the order in which it was seen. */
sealed interface Happening {

    /** Names a submission for ever; each of its attempts has the same name. */
    record EditId(String post, String client, long sequence) {
        @Override
        public String toString() {
            return "edit %d of client %s of post %s".formatted(sequence, client, post);
        }
    }

    record Submitted(EditId edit, long base, String changes, String node) implements Happening {}

    record Answered(EditId edit, long revision, String node) implements Happening {}

    /** Nobody knows whether it was recorded: no answer came, or one that says to try again. */
    record Unanswered(EditId edit, String node, String why) implements Happening {}

    /** A decision that editors don't repeat a submission after. */
    record Refused(EditId edit, String node, String why) implements Happening {}

    /** A word of which there is no other, typed at once. */
    record Inserted(String post, String word) implements Happening {}

    /** Taken out by the editor that had typed it. */
    record Deleted(String post, String word) implements Happening {}

    /** What an editor held as the source at this revision. */
    record Saw(String post, String client, long revision, int hash) implements Happening {}

    /** An editor was told something that can't be true. */
    record Confused(String post, String client, String why) implements Happening {}

    record Fault(String what) implements Happening {}
}
