package app.lookback.query.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** What someone looks for: words, of which all are wanted, and a tag and an author that the posts shall have. */
record Wanted(String words, String tag, String author) {

    static final int LONGEST = 200;
    private static final int MOST_WORDS = 12;

    /** Shorter words have too many neighbours. */
    private static final int FORGIVEN_FROM = 4;

    private static final int FORGIVEN_TWICE_FROM = 8;
    private static final int MOST_VARIANTS = 50;

    static Wanted of(String words, String tag, String author) {
        return new Wanted(shortened(words), shortened(tag), shortened(author));
    }

    private static String shortened(String text) {
        var points = text.strip().codePoints().limit(LONGEST).toArray();
        return new String(points, 0, points.length);
    }

    boolean isNothing() {
        return parts().isEmpty() && tag.isEmpty() && author.isEmpty();
    }

    Query query() {
        var all = new BooleanQuery.Builder();
        var parts = parts();
        for (int at = 0; at < parts.size(); at++) {
            all.add(anywhere(parts.get(at), at == parts.size() - 1), Occur.MUST);
        }
        filter(all, "tags", tag);
        filter(all, "authors", author);
        return all.build();
    }

    private static void filter(BooleanQuery.Builder all, String taxonomy, String slug) {
        if (!slug.isEmpty()) {
            all.add(new TermQuery(new Term(Indexed.TERM, taxonomy + "/" + slug)), Occur.FILTER);
        }
    }

    /** The last word may not be written to its end. */
    private static Query anywhere(String word, boolean last) {
        var places = new BooleanQuery.Builder();
        places.add(new BoostQuery(like(Indexed.TITLE, word, last), 4), Occur.SHOULD);
        places.add(new BoostQuery(like(Indexed.NAMES, word, last), 2), Occur.SHOULD);
        places.add(like(Indexed.TEXT, word, last), Occur.SHOULD);
        return places.build();
    }

    private static Query like(String field, String word, boolean last) {
        var term = new Term(field, word);
        var ways = new BooleanQuery.Builder().add(new BoostQuery(new TermQuery(term), 3), Occur.SHOULD);
        int length = word.codePointCount(0, word.length());
        boolean isLatin = word.chars().allMatch(unit -> unit < 0x250);
        if (isLatin && length >= FORGIVEN_FROM) {
            int slips = length >= FORGIVEN_TWICE_FROM ? 2 : 1;
            ways.add(new FuzzyQuery(term, slips, 1, MOST_VARIANTS, true), Occur.SHOULD);
        }
        if (last && isLatin && length >= 2) {
            ways.add(new PrefixQuery(term), Occur.SHOULD);
        }
        return ways.build();
    }

    private List<String> parts() {
        var parts = new ArrayList<String>();
        try (var tokens = Indexed.ANALYZER.tokenStream(Indexed.TEXT, new StringReader(words))) {
            var word = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (parts.size() < MOST_WORDS && tokens.incrementToken()) {
                parts.add(word.toString());
            }
            tokens.end();
        } catch (IOException onlyMemory) {
            throw new UncheckedIOException(onlyMemory);
        }
        return parts;
    }
}
