package app.lookback.query.platform;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How far each view is, whichever node builds it. */
@Component
class Positions {

    /** Its number goes up when documents of any view change their shape: what has another one is dropped and rebuilt. */
    static final String COLLECTION = "positions-9";

    private static final String OF_ANY_SHAPE = "positions";

    private static final Logger log = LoggerFactory.getLogger(Positions.class);

    private final MongoCollection<Document> positions;
    private final Serializer serializer;

    Positions(MongoDatabase views, Serializer serializer) {
        this.positions = views.getCollection(COLLECTION);
        this.serializer = serializer;
    }

    static void dropOtherShapes(MongoDatabase views) {
        for (var name : views.listCollectionNames().into(new ArrayList<>())) {
            if (name.startsWith(OF_ANY_SHAPE) && !name.equals(COLLECTION)) {
                log.warn("The views are of another version of Lookback. They are built again.");
                views.drop();
                return;
            }
        }
    }

    /** Of a view that is built in segments, how far the last one is. */
    Map<String, Long> all() {
        var found = new HashMap<String, Long>();
        for (var position : positions.find()) {
            var view = position.getString("processorName");
            if (view != null) {
                found.merge(view, number(position), Math::min);
            }
        }
        return found;
    }

    private long number(Document position) {
        var token = token(position);
        return token == null ? 0 : token.position().orElse(0);
    }

    /** Whether each view has all that the log had at its {@code head}; null is an empty log's. */
    boolean cover(@Nullable TrackingToken head) {
        return head == null || tokens().stream().allMatch(view -> view != null && view.covers(head));
    }

    /** The same, but for places in the log at which a view still expects something. */
    boolean reach(@Nullable TrackingToken head) {
        long end = head == null ? 0 : head.position().orElse(0);
        return tokens().stream()
                .allMatch(view -> view != null && view.position().orElse(0) >= end);
    }

    private List<@Nullable TrackingToken> tokens() {
        var tokens = new ArrayList<@Nullable TrackingToken>();
        for (var position : positions.find()) {
            if (position.getString("processorName") != null) {
                tokens.add(token(position));
            }
        }
        return tokens;
    }

    private @Nullable TrackingToken token(Document position) {
        var token = position.getString("token");
        return token == null
                ? null
                : serializer.deserialize(
                        new SimpleSerializedObject<>(token, String.class, position.getString("tokenType"), null));
    }
}
