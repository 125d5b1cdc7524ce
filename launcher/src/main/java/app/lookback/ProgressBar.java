package app.lookback;

import app.lookback.command.importing.ImportProgress;
import java.time.Duration;

/** How far an import is: one line that grows on a terminal, else a line for each tenth. */
final class ProgressBar implements ImportProgress {

    private static final int WIDTH = 30;
    private static final long BETWEEN_NANOS = Duration.ofMillis(100).toNanos();

    private final boolean isTerminal = System.console() != null;
    private String doing = "";
    private long begin;
    private long told;
    private int tenth;

    @Override
    public void reached(String what, int done, int all) {
        long now = System.nanoTime();
        if (!what.equals(doing)) {
            end();
            doing = what;
            begin = now;
            told = 0;
            tenth = 0;
        }
        if (isTerminal) {
            draw(done, all, now);
        } else if (all > 0 && 10L * done / all > tenth) {
            tenth = (int) (10L * done / all);
            System.out.printf("%s: %d of %d%n", what, done, all);
        }
    }

    private void draw(int done, int all, long now) {
        if (done < all && now - told < BETWEEN_NANOS || all == 0) {
            return;
        }
        told = now;
        int filled = (int) ((long) WIDTH * done / all);
        System.out.printf(
                "\r%-9s %s%s %3d %%  %d of %d%s\u001b[K",
                doing,
                "█".repeat(filled),
                "░".repeat(WIDTH - filled),
                100L * done / all,
                done,
                all,
                left(done, all, now));
        System.out.flush();
    }

    private String left(int done, int all, long now) {
        if (done == 0 || done == all) {
            return "";
        }
        long seconds = Math.round((now - begin) / 1e9 / done * (all - done));
        return seconds < 2 ? "" : "  %d:%02d left".formatted(seconds / 60, seconds % 60);
    }

    void end() {
        if (isTerminal && !doing.isEmpty()) {
            System.out.println();
        }
        doing = "";
    }
}
