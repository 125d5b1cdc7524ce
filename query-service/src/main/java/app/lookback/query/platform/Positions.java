package app.lookback.query.platform;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How far each view is, whichever node builds it. */
@Component
class Positions {

    /** Its number goes up when documents of any view change their shape: what has another one is dropped and rebuilt. */
    static final String COLLECTION = "positions-6";

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
        var token = position.getString("token");
        if (token == null) {
            return 0;
        }
        TrackingToken read = serializer.deserialize(
                new SimpleSerializedObject<>(token, String.class, position.getString("tokenType"), null));
        return read.position().orElse(0);
    }
}
