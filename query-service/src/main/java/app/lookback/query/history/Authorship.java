package app.lookback.query.history;

import app.lookback.contract.PersonId;
import app.lookback.query.history.Weave.Strand;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote a source: piece by piece, line by line, and in all.
 *
 * @param spans the source from its beginning to its end: how many units, the number of their author among the
 *     contributors, the newest revision that inserted some of them, and when, in seconds of the epoch
 * @param lines of each line its newest units: the number of their author, their revision, and when; null for an empty last
 *     line
 */
record Authorship(List<Contributor> contributors, List<long[]> spans, List<long @Nullable []> lines) {

    /** What neighbours one author wrote without a longer pause between them are one span. */
    private static final long LONG_PAUSE_SECONDS = 600;

    /** A source that is cut into more spans is told by authors alone. */
    private static final int MOST_SPANS = 50_000;

    /**
     * @param surviving how many units of the source are this person's
     * @param typed how many units this person inserted up to here, whether they are still there or not
     */
    record Contributor(PersonId id, long surviving, long typed) {}

    static Authorship of(Weave weave, String source) {
        var spans = spans(weave, LONG_PAUSE_SECONDS);
        return new Authorship(
                contributors(weave),
                spans.size() <= MOST_SPANS ? spans : spans(weave, Long.MAX_VALUE),
                lines(weave, source));
    }

    private static List<Contributor> contributors(Weave weave) {
        var surviving = new long[weave.typists().size()];
        weave.strands().forEach(strand -> surviving[strand.typist()] += strand.length());
        var contributors = new ArrayList<Contributor>();
        for (var typist : weave.typists()) {
            contributors.add(new Contributor(typist.author(), surviving[contributors.size()], typist.typed()));
        }
        return contributors;
    }

    private static List<long[]> spans(Weave weave, long pause) {
        var spans = new ArrayList<long[]>();
        Strand before = null;
        for (var strand : weave.strands()) {
            if (before != null
                    && before.typist() == strand.typist()
                    && Math.abs(before.second() - strand.second()) <= pause) {
                join(spans.get(spans.size() - 1), strand);
            } else {
                spans.add(new long[] {strand.length(), strand.typist(), strand.revision(), strand.second()});
            }
            before = strand;
        }
        return spans;
    }

    private static void join(long[] span, Strand strand) {
        span[0] += strand.length();
        if (strand.revision() > span[2]) {
            span[2] = strand.revision();
            span[3] = strand.second();
        }
    }

    private static List<long @Nullable []> lines(Weave weave, String source) {
        var lines = new ArrayList<long @Nullable []>();
        long[] newest = null;
        int at = 0;
        for (var strand : weave.strands()) {
            for (int end = at + strand.length(); at < end; at++) {
                if (newest == null || strand.revision() > newest[1]) {
                    newest = new long[] {strand.typist(), strand.revision(), strand.second()};
                }
                if (source.charAt(at) == '\n') {
                    lines.add(newest);
                    newest = null;
                }
            }
        }
        lines.add(newest);
        return lines;
    }
}
