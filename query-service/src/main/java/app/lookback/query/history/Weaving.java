package app.lookback.query.history;

import app.lookback.query.history.Weave.Strand;
import app.lookback.text.Walk;
import java.util.ArrayList;
import java.util.List;

/** Threads while an edit goes through them whose inserted units are marks: the numbers of their origins. */
final class Weaving implements Walk {

    private final List<Strand> before;
    private final List<Strand> origins;
    private final List<Strand> woven;
    private int strand;
    private int used;

    Weaving(List<Strand> before, List<Strand> origins) {
        this.before = before;
        this.origins = origins;
        this.woven = new ArrayList<>(before.size() + origins.size());
    }

    List<Strand> woven() {
        return woven;
    }

    @Override
    public void kept(int units) {
        for (int left = units; left > 0; ) {
            var from = before.get(strand);
            int taken = Math.min(left, from.length() - used);
            add(from.of(taken));
            left -= taken;
            use(taken);
        }
    }

    @Override
    public void replaced(int units, String marks) {
        for (int left = units; left > 0; ) {
            int taken = Math.min(left, before.get(strand).length() - used);
            left -= taken;
            use(taken);
        }
        for (int i = 0; i < marks.length(); i++) {
            add(origins.get(marks.charAt(i)).of(1));
        }
    }

    private void use(int units) {
        used += units;
        if (used == before.get(strand).length()) {
            strand++;
            used = 0;
        }
    }

    private void add(Strand next) {
        int last = woven.size() - 1;
        if (last >= 0 && woven.get(last).revision() == next.revision()) {
            woven.set(last, next.of(woven.get(last).length() + next.length()));
        } else {
            woven.add(next);
        }
    }
}
