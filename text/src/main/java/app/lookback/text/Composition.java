package app.lookback.text;

/** Makes one edit of two that follow each other, in time linear in their parts (after CodeMirror's change.ts, MIT). */
final class Composition {

    private final Cursor first;
    private final Cursor second;
    private final String firstText;
    private final String secondText;
    private final Parts result = new Parts();

    /** Whether a change reaches beyond what has been walked through, so that the result's last part goes on. */
    private boolean open;

    private Composition(ChangeSet first, ChangeSet second) {
        this.first = new Cursor(first);
        this.second = new Cursor(second);
        this.firstText = first.inserted();
        this.secondText = second.inserted();
    }

    static ChangeSet of(ChangeSet first, ChangeSet second) {
        return new Composition(first, second).walk();
    }

    private ChangeSet walk() {
        while (!first.done() || !second.done()) {
            if (first.insert == 0) {
                result.add(first.length, 0, "", 0, open);
                first.next();
            } else if (second.length == 0 && !second.done()) {
                result.add(0, second.insert, secondText, second.text(), open);
                second.next();
            } else {
                passWhatBothTouch();
            }
        }
        return result.build();
    }

    private void passWhatBothTouch() {
        int units = Math.min(first.newLength(), second.length);
        int sizeBefore = result.size();
        addBoth(units);
        boolean goesOn = first.insert > units || second.changes() && second.length > units;
        open = goesOn && (open || result.size() > sizeBefore);
        first.passNew(units);
        second.pass(units);
    }

    private void addBoth(int units) {
        int old = first.keeps() ? units : first.begun ? 0 : first.length;
        if (second.changes()) {
            result.add(old, second.begun ? 0 : second.insert, secondText, second.text(), open);
        } else if (first.keeps()) {
            result.keep(units);
        } else {
            result.add(old, units, firstText, first.text(), open);
        }
    }
}
