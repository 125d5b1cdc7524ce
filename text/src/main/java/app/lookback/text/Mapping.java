package app.lookback.text;

/**
 * Moves an edit over another that was made on the same text, in time linear in their parts (after CodeMirror's
 * change.ts, MIT). Of two changes that begin at one position the shorter comes first; of equally long ones {@code mine}
 * if {@code before}, otherwise the other.
 */
final class Mapping {

    private final Cursor mine;
    private final Cursor other;
    private final String text;
    private final boolean before;
    private final Parts result = new Parts();

    /** Whether the text that mine's current part inserts stands in the result already. */
    private boolean placed;

    private Mapping(ChangeSet mine, ChangeSet other, boolean before) {
        this.mine = new Cursor(mine);
        this.other = new Cursor(other);
        this.text = mine.inserted();
        this.before = before;
    }

    static ChangeSet of(ChangeSet mine, ChangeSet other, boolean before) {
        return new Mapping(mine, other, before).walk();
    }

    private ChangeSet walk() {
        while (!mine.done() || !other.done()) {
            if (mine.keeps() && other.keeps()) {
                passWhatBothKeep();
            } else if (other.changes() && otherComesFirst()) {
                stepOverOther();
            } else {
                placeMine();
            }
        }
        return result.build();
    }

    private void passWhatBothKeep() {
        int units = Math.min(mine.length, other.length);
        result.keep(units);
        passMine(units);
        other.pass(units);
    }

    private boolean otherComesFirst() {
        if (!mine.changes() || placed) {
            return true;
        }
        return !mine.begun && (other.length < mine.length || other.length == mine.length && !before);
    }

    /** What the other deleted is gone for mine too, but what mine inserts there is not lost. */
    private void stepOverOther() {
        result.keep(other.insert);
        int left = other.length;
        while (left > 0) {
            int piece = Math.min(mine.length, left);
            if (mine.changes() && mine.length <= piece) {
                placeText(0);
            }
            passMine(piece);
            left -= piece;
        }
        other.next();
    }

    /** Places mine up to where the other inserts something; stretches that the other merely deleted do not part it. */
    private void placeMine() {
        int deleted = 0;
        int left = mine.length;
        while (left > 0 && (other.keeps() || other.insert == 0 && other.length < left)) {
            int piece = Math.min(left, other.length);
            deleted += other.keeps() ? piece : 0;
            left -= piece;
            other.pass(piece);
        }
        placeText(deleted);
        passMine(mine.length - left);
    }

    private void placeText(int deleted) {
        result.replace(deleted, placed ? 0 : mine.insert, text, mine.text());
        placed = true;
    }

    private void passMine(int units) {
        if (mine.pass(units)) {
            placed = false;
        }
    }
}
