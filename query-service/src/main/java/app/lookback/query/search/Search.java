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
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
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
        var query = wanted.query();
        var all = searcher.search(query, MOST);
        int from = Math.min(all.scoreDocs.length, (page - 1) * PER_PAGE);
        int to = Math.min(all.scoreDocs.length, from + PER_PAGE);
        var some = new TopDocs(all.totalHits, Arrays.copyOfRange(all.scoreDocs, from, to));
        var passages = UnifiedHighlighter.builder(searcher, Indexed.ANALYZER)
                .withFormatter(new DefaultPassageFormatter("<mark>", "</mark>", " … ", true))
                .build()
                .highlight(Indexed.TEXT, query, some, PASSAGES);
        return new Found(searcher.count(query), hits(searcher, some.scoreDocs, passages), terms(searcher, all));
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
        var counted = new LinkedHashMap<String, Integer>();
        for (var doc : all.scoreDocs) {
            var terms = searcher.storedFields()
                    .document(doc.doc, Set.of(Indexed.TERM))
                    .getValues(Indexed.TERM);
            for (var term : terms) {
                if (term.startsWith("tags/") || term.startsWith("authors/")) {
                    counted.merge(term, 1, Integer::sum);
                }
            }
        }
        var most = new LinkedHashMap<String, Integer>();
        counted.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST_TERMS)
                .forEach(term -> most.put(term.getKey(), term.getValue()));
        return most;
    }
}
