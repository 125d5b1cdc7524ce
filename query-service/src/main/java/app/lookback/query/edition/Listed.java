package app.lookback.query.edition;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import app.lookback.contract.PostId;
import app.lookback.query.edition.Place.Neighbour;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The posts that readers find, the one with the latest date first. */
@Component
public class Listed {

    public static final int PER_PAGE = 20;

    /** More than these are in no archive and no sitemap. */
    private static final int MOST = 50_000;

    private static final int RELATED = 3;
    private static final int CANDIDATES = 60;
    private static final Bson NEWEST_FIRST = Sorts.descending("card.date", "first");
    private static final Bson SHOWN = eq("shown", true);

    /** When something was written of a post. */
    public record Changed(@BsonId PostId post, Instant changed) {}

    /** How many posts a term has. */
    public record Counted(String name, String path, int posts) {}

    /** Some of the posts, and how many there are in all. */
    public record Part(List<Published> posts, int found) {}

    private final MongoCollection<Published> published;
    private final Taxonomies taxonomies;

    Listed(MongoDatabase views, Taxonomies taxonomies) {
        this.taxonomies = taxonomies;
        this.published = views.getCollection("published", Published.class);
        published.createIndex(Indexes.descending("shown", "card.date", "first"));
        published.createIndex(Indexes.compoundIndex(Indexes.ascending("terms"), Indexes.descending("changed")));
        published.createIndex(Indexes.ascending("changed"));
    }

    /** Of which posts something was written since then, whether readers find them now or not. */
    public List<Changed> changedSince(Instant then) {
        return published
                .withDocumentClass(Changed.class)
                .find(gte("changed", then))
                .projection(Projections.include("changed"))
                .into(new ArrayList<>());
    }

    /** Those of these posts that readers find. */
    public Map<PostId, Published> found(Collection<PostId> posts) {
        return published.find(in("_id", posts)).into(new ArrayList<>()).stream()
                .filter(Published::shown)
                .collect(Collectors.toMap(Published::post, Function.identity()));
    }

    /** Page {@code page} of all, counted from 1. */
    public Part page(int page) {
        return part(SHOWN, page);
    }

    public Part page(Taxonomy taxonomy, String slug, int page) {
        return part(and(eq("terms", Term.key(taxonomy, slug)), SHOWN), page);
    }

    private Part part(Bson which, int page) {
        var posts = published
                .find(which)
                .sort(NEWEST_FIRST)
                .skip((page - 1) * PER_PAGE)
                .limit(PER_PAGE)
                .into(new ArrayList<>());
        return new Part(posts, (int) published.countDocuments(which));
    }

    public List<Published> all() {
        return published.find(SHOWN).sort(NEWEST_FIRST).limit(MOST).into(new ArrayList<>());
    }

    /** Each term of these taxonomies that a post has, in the order of its address. */
    public List<Counted> terms(Collection<Taxonomy> of) {
        Map<String, Counted> counted = new TreeMap<>();
        for (var post : all()) {
            var keys = new HashSet<String>();
            for (var term : post.card().terms()) {
                if (of.contains(term.taxonomy()) && keys.add(term.key())) {
                    counted.merge(
                            term.key(),
                            new Counted(term.name(), term.path(), 1),
                            (before, one) -> new Counted(before.name(), before.path(), before.posts() + 1));
                }
            }
        }
        return List.copyOf(counted.values());
    }

    /** When what any list shows has changed last. */
    public Instant changed() {
        return latest(Filters.empty());
    }

    /** When this post or one that shares something with it has changed last, whether readers find that one now or not. */
    Instant changedBeside(Published post) {
        var terms = terms(post);
        return terms.isEmpty() ? post.changed() : latest(or(eq("_id", post.post()), in("terms", terms)));
    }

    private Instant latest(Bson which) {
        var latest = published.find(which).sort(Sorts.descending("changed")).first();
        return latest == null ? Instant.EPOCH : latest.changed();
    }

    /** To which posts readers of this one may want to go on. */
    Beside beside(Published post) {
        var place = post.card().seriesTerms().stream()
                .findFirst()
                .map(series -> place(post, series))
                .orElse(null);
        return new Beside(place, related(post, place), post.watched());
    }

    private Place place(Published post, Term series) {
        var all = and(eq("terms", series.key()), SHOWN);
        var date = post.card().date();
        var earlier = and(all, or(lt("card.date", date), and(eq("card.date", date), lt("first", post.first()))));
        var later = and(all, or(gt("card.date", date), and(eq("card.date", date), gt("first", post.first()))));
        return new Place(
                series,
                published.countDocuments(earlier) + 1,
                published.countDocuments(all),
                Neighbour.of(published.find(earlier).sort(NEWEST_FIRST).first()),
                Neighbour.of(published
                        .find(later)
                        .sort(Sorts.ascending("card.date", "first"))
                        .first()));
    }

    /** Those that share most with this one. */
    private List<Published> related(Published post, @Nullable Place place) {
        var terms = terms(post).stream()
                .filter(term -> !term.startsWith(Taxonomy.AUTHORS.part() + "/"))
                .toList();
        if (terms.isEmpty()) {
            return List.of();
        }
        return published
                .find(and(in("terms", terms), SHOWN, ne("_id", post.post())))
                .sort(NEWEST_FIRST)
                .limit(CANDIDATES)
                .into(new ArrayList<>())
                .stream()
                .filter(one -> place == null || !place.names(one))
                .sorted(Comparator.comparingLong(one -> -shared(one, terms)))
                .limit(RELATED)
                .toList();
    }

    /** The keys of its terms in the taxonomies that the blog has now. */
    private List<String> terms(Published post) {
        var now = taxonomies.all();
        return post.card().terms().stream()
                .filter(term -> now.contains(term.taxonomy()))
                .map(Term::key)
                .toList();
    }

    private static long shared(Published post, List<String> terms) {
        return post.terms().stream().filter(terms::contains).count();
    }
}
