package app.lookback.query.search;

import app.lookback.contract.PostId;
import app.lookback.query.edition.Editions;
import app.lookback.query.edition.Listed;
import app.lookback.query.edition.Published;
import app.lookback.query.edition.Taxonomies;
import app.lookback.query.edition.Taxonomy;
import app.lookback.query.platform.Freshness;
import app.lookback.query.platform.Ticker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * An index of what readers find, in the memory of each node: filled from the view when the node starts, and a moment after
 * each change of it. Nothing else of a post is in there than its newest edition.
 */
@Component
class Indexed extends Ticker {

    /** Japanese and Chinese by pairs of letters, all else by words; no word is too common to be looked for. */
    static final Analyzer ANALYZER = new CJKAnalyzer(CharArraySet.EMPTY_SET);

    static final String POST = "post";
    static final String TITLE = "title";
    static final String TEXT = "text";
    static final String NAMES = "names";
    static final String TERM = "term";

    private static final Pattern WITHIN_A_LINE = Pattern.compile(
            "</?(?:a|abbr|b|cite|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|u)(?:\\s[^>]*)?>");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    /** Clocks of nodes differ, and what is written has its time before it is there. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    /** A view may be built again without anything having happened. */
    private static final long LONGEST_PAUSE = Duration.ofSeconds(10).toNanos();

    private final Listed listed;
    private final Editions editions;
    private final Taxonomies taxonomies;
    private final Freshness freshness;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Map<PostId, Instant> known = new HashMap<>();
    private Instant read = Instant.EPOCH;

    /** By whose terms posts are found; where they are others, all posts are read again. */
    private List<Taxonomy> named = List.of();

    private long generation = Freshness.NONE;
    private long lookedAt = System.nanoTime();

    Indexed(Listed listed, Editions editions, Taxonomies taxonomies, Freshness freshness) throws IOException {
        super("search-index", Duration.ofMillis(500), "The search does not know the newest editions");
        this.listed = listed;
        this.editions = editions;
        this.taxonomies = taxonomies;
        this.freshness = freshness;
        this.writer = new IndexWriter(new ByteBuffersDirectory(), new IndexWriterConfig(ANALYZER));
        this.searchers = new SearcherManager(writer, null);
    }

    SearcherManager searchers() {
        return searchers;
    }

    /** Nothing is asked again and again of a view in which nothing has happened. */
    @Override
    protected synchronized void tick() {
        long now = freshness.generation();
        if (now == Freshness.NONE || now != generation || System.nanoTime() - lookedAt > LONGEST_PAUSE) {
            lookedAt = System.nanoTime();
            look();
            generation = now;
        }
    }

    private void look() {
        var now = taxonomies.all();
        if (!now.equals(named)) {
            named = now;
            known.clear();
            read = Instant.EPOCH;
        }
        try {
            boolean changed = false;
            for (var one : listed.changedSince(read.minus(MARGIN))) {
                if (!one.changed().equals(known.put(one.post(), one.changed()))) {
                    take(one.post());
                    changed = true;
                }
                read = one.changed().isAfter(read) ? one.changed() : read;
            }
            if (changed) {
                searchers.maybeRefresh();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void take(PostId id) throws IOException {
        var itself = new org.apache.lucene.index.Term(POST, id.value());
        var post = listed.found(List.of(id)).get(id);
        if (post != null) {
            writer.updateDocument(itself, document(post));
        } else {
            writer.deleteDocuments(itself);
        }
    }

    private Document document(Published post) {
        var document = new Document();
        document.add(new StringField(POST, post.post().value(), Store.YES));
        document.add(new TextField(TITLE, post.card().title(), Store.YES));
        document.add(new TextField(TEXT, words(editions.html(post)), Store.YES));
        for (var taxonomy : named) {
            for (var term : post.card().terms(taxonomy)) {
                document.add(new TextField(NAMES, term.name(), Store.NO));
                var key = taxonomy.part() + "/" + term.slug();
                document.add(new StringField(TERM, key, Store.NO));
                document.add(new SortedSetDocValuesField(TERM, new BytesRef(key)));
            }
        }
        return document;
    }

    /** What is read on a page, without its markup. */
    private static String words(String html) {
        var text = TAG.matcher(WITHIN_A_LINE.matcher(html).replaceAll("")).replaceAll(" ");
        return HtmlUtils.htmlUnescape(text).replaceAll("\\s+", " ").strip();
    }

    @Override
    public void stop() {
        super.stop();
        try {
            searchers.close();
            writer.close();
        } catch (IOException onlyMemory) {
            throw new UncheckedIOException(onlyMemory);
        }
    }
}
