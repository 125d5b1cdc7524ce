package app.lookback.query.library;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;

import app.lookback.contract.PersonId;
import app.lookback.contract.PostEvent;
import app.lookback.contract.PostEvent.PostCreated;
import app.lookback.contract.PostId;
import app.lookback.query.platform.Log;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where each post is, who writes it and what was published of it. */
@Component
@ProcessingGroup("library")
public class Library {

    private final MongoCollection<Shelved> posts;
    private final Log log;

    Library(MongoDatabase views, Log log) {
        this.posts = views.getCollection("library", Shelved.class);
        this.log = log;
        posts.createIndex(Indexes.ascending("authors"));
        posts.createIndex(Indexes.ascending("reviewersNow"));
        posts.createIndex(Indexes.ascending("path"));
    }

    @EventHandler
    void on(PostEvent event, @SequenceNumber long number) {
        var held = posts.find(eq("_id", event.post())).first();
        long events = held == null ? 0 : held.events();
        if (number >= events) {
            var missed = log.post(event.post(), events).limit(number - events);
            store(after(held, Stream.concat(missed, Stream.of(event))), events);
        }
    }

    private void store(Shelved shelved, long eventsBefore) {
        posts.replaceOne(
                and(eq("_id", shelved.post()), eq("events", eventsBefore)), shelved, new ReplaceOptions().upsert(true));
    }

    @ResetHandler
    void reset() {
        posts.deleteMany(Filters.empty());
    }

    /** The post as it was after the first {@code events} events of it, as the log says. */
    public Shelved asOf(PostId post, long events) {
        return after(null, log.post(post, 0).limit(events));
    }

    private static Shelved after(@Nullable Shelved held, Stream<PostEvent> events) {
        var shelved = held;
        for (var event : (Iterable<PostEvent>) events::iterator) {
            shelved = shelved == null ? Shelved.of((PostCreated) event) : shelved.after(event);
        }
        if (shelved == null) {
            throw new IllegalStateException("A post begins with its creation");
        }
        return shelved;
    }

    /**
     * Where the post is whose file this is; null if there is none. It stands in the file that its path names or named
     * before it moved, or where it was placed.
     */
    public @Nullable String address(String file) {
        return paths(file)
                .filter(path ->
                        posts.find(and(eq("path", path), eq("deleted", null))).first() != null)
                .findFirst()
                .orElseGet(() -> placed(file));
    }

    private @Nullable String placed(String file) {
        var name = Pattern.quote(file.replaceFirst("^/", ""));
        var place = Pattern.compile("^content/(.+/)?" + name + "(/index)?(\\.[a-z-]{2,8})?\\.(md|markdown|mdown)$");
        var post = posts.find(and(regex("placed", place), eq("deleted", null))).first();
        return post == null ? address(file, Instant.now()) : post.path();
    }

    /** The same as of then, as the log says. */
    public @Nullable String address(String file, Instant then) {
        return paths(file)
                .flatMap(path -> claimant(path, then).stream())
                .map(Shelved::path)
                .findFirst()
                .orElse(null);
    }

    /** The post that has claimed this address, though it may be found elsewhere, unless it was deleted. */
    public Optional<Shelved> claimant(String address, Instant then) {
        return log.claimed(address, then)
                .map(post -> after(null, log.post(post, then)))
                .filter(post -> post.deleted() == null);
    }

    /** The post that is found at this path by its people. */
    public Optional<Shelved> at(String path) {
        return Optional.ofNullable(
                posts.find(and(eq("path", path), eq("deleted", null))).first());
    }

    /** Where the post may be: below its folders, or among the posts; and the names that imported posts have claimed. */
    private static Stream<String> paths(String file) {
        var whole = file.startsWith("/") ? file : "/" + file;
        var last = file.substring(file.lastIndexOf('/') + 1);
        var name = "ref:" + whole.toLowerCase(Locale.ROOT);
        return Stream.of(whole + "/", name, "/posts/" + last + "/", "ref:" + last.toLowerCase(Locale.ROOT))
                .distinct();
    }

    public Optional<Shelved> find(PostId post) {
        return Optional.ofNullable(posts.find(eq("_id", post)).first());
    }

    /** All posts that this person was let into, but for those that are deleted. */
    public List<Shelved> of(PersonId person) {
        return posts.find(and(isOneOfThePeople(person), eq("deleted", null))).into(new ArrayList<>());
    }

    /** The deleted posts, the last one first. */
    public List<Shelved> deleted(int most) {
        return posts.find(ne("deleted", null))
                .sort(Sorts.descending("deleted.at"))
                .limit(most)
                .into(new ArrayList<>());
    }

    private static Bson isOneOfThePeople(PersonId person) {
        return or(eq("authors", person), eq("reviewersNow", person));
    }

    public List<Shelved> find(Collection<PostId> these) {
        return posts.find(in("_id", these)).into(new ArrayList<>());
    }

    /** The post, deleted or not, provided that this person was let into it. */
    Optional<Shelved> find(PostId post, PersonId person) {
        return find(post).filter(shelved -> shelved.people().contains(person));
    }
}
