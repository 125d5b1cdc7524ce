package app.lookback.query.search;

import app.lookback.contract.PostId;
import app.lookback.query.edition.Card;
import app.lookback.query.edition.Listed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.springframework.stereotype.Component;

/** Finds posts by words. */
@Component
class Search {

    static final int PER_PAGE = 10;
    static final int MOST = 1_000;
    private static final int MOST_TERMS = 8;
    private static final int PASSAGES = 2;

    /** @param passage words around what was found, as safe HTML with {@code mark} around it */
    record Hit(Card card, String href, String passage) {}

    /** @param terms how many of all that were found have a tag or an author, as in {@code tags/film} */
    record Found(int count, List<Hit> hits, Map<String, Integer> terms) {}

    private final Indexed index;
    private final Listed listed;

    Search(Indexed index, Listed listed) {
        this.index = index;
        this.listed = listed;
    }

    Found find(Wanted wanted, int page) {
        try {
            var searcher = index.searchers().acquire();
            try {
                return find(searcher, wanted, page);
            } finally {
                index.searchers().release(searcher);
            }
        } catch (IOException onlyMemory) {
            throw new UncheckedIOException(onlyMemory);
        }
    }

    private Found find(IndexSearcher searcher, Wanted wanted, int page) throws IOException {
        var query = searcher.rewrite(wanted.query());
        var all = searcher.search(query, new TopScoreDocCollectorManager(MOST, Integer.MAX_VALUE));
        int from = Math.min(all.scoreDocs.length, (page - 1) * PER_PAGE);
        int to = Math.min(all.scoreDocs.length, from + PER_PAGE);
        var some = new TopDocs(all.totalHits, Arrays.copyOfRange(all.scoreDocs, from, to));
        var passages = UnifiedHighlighter.builder(searcher, Indexed.ANALYZER)
                .withWeightMatches(false)
                .withFormatter(new DefaultPassageFormatter("<mark>", "</mark>", " … ", true))
                .build()
                .highlight(Indexed.TEXT, query, some, PASSAGES);
        return new Found((int) all.totalHits.value, hits(searcher, some.scoreDocs, passages), terms(searcher, all));
    }

    /** The view says at this moment whether readers find a post; the index may be a moment behind. */
    private List<Hit> hits(IndexSearcher searcher, ScoreDoc[] docs, String[] passages) throws IOException {
        var posts = new ArrayList<PostId>();
        for (var doc : docs) {
            posts.add(new PostId(searcher.storedFields()
                    .document(doc.doc, Set.of(Indexed.POST))
                    .get(Indexed.POST)));
        }
        var found = listed.found(posts);
        var hits = new ArrayList<Hit>();
        for (int at = 0; at < docs.length; at++) {
            var post = found.get(posts.get(at));
            if (post != null) {
                hits.add(new Hit(post.card(), post.path(), passages[at] == null ? "" : passages[at]));
            }
        }
        return hits;
    }

    private static Map<String, Integer> terms(IndexSearcher searcher, TopDocs all) throws IOException {
        int[] docs =
                Arrays.stream(all.scoreDocs).mapToInt(doc -> doc.doc).sorted().toArray();
        var counted = new TreeMap<String, Integer>();
        int next = 0;
        for (var leaf : searcher.getIndexReader().leaves()) {
            int end = next;
            while (end < docs.length && docs[end] < leaf.docBase + leaf.reader().maxDoc()) {
                end++;
            }
            count(Arrays.copyOfRange(docs, next, end), leaf, counted);
            next = end;
        }
        var most = new LinkedHashMap<String, Integer>();
        counted.entrySet().stream()
                .filter(term ->
                        term.getKey().startsWith("tags/") || term.getKey().startsWith("authors/"))
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST_TERMS)
                .forEach(term -> most.put(term.getKey(), term.getValue()));
        return most;
    }

    private static void count(int[] docs, LeafReaderContext leaf, Map<String, Integer> counted) throws IOException {
        var terms = DocValues.getSortedSet(leaf.reader(), Indexed.TERM);
        var times = new int[(int) terms.getValueCount()];
        for (int doc : docs) {
            if (terms.advanceExact(doc - leaf.docBase)) {
                for (int at = 0; at < terms.docValueCount(); at++) {
                    times[(int) terms.nextOrd()]++;
                }
            }
        }
        for (int term = 0; term < times.length; term++) {
            if (times[term] > 0) {
                counted.merge(terms.lookupOrd(term).utf8ToString(), times[term], Integer::sum);
            }
        }
    }
}
