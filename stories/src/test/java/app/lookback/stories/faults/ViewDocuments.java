package app.lookback.stories.faults;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.Document;

/** All that the views hold, whatever they are, but not the positions that say how far they are. */
final class ViewDocuments implements AutoCloseable {

    private static final String POSITIONS = "positions";

    private final MongoClient client;
    private final MongoDatabase views;

    ViewDocuments(String uri) {
        this.client = MongoClients.create(uri);
        this.views = client.getDatabase("lookback");
    }

    /** By collection and id. */
    Map<String, String> read() {
        var documents = new TreeMap<String, String>();
        for (var collection : views.listCollectionNames()) {
            if (!collection.startsWith(POSITIONS)) {
                for (var document : views.getCollection(collection).find()) {
                    documents.put(collection + " " + document.get("_id"), ordered(document));
                }
            }
        }
        return documents;
    }

    private static String ordered(Document document) {
        return new Document(new TreeMap<>(document)).toJson();
    }

    void drop() {
        views.drop();
    }

    static List<Violation> compare(Map<String, String> before, Map<String, String> rebuilt) {
        var ids = new TreeSet<>(before.keySet());
        ids.addAll(rebuilt.keySet());
        var violations = new ArrayList<Violation>();
        for (var id : ids) {
            var was = before.getOrDefault(id, "(missing)");
            var is = rebuilt.getOrDefault(id, "(missing)");
            if (!was.equals(is)) {
                violations.add(Violation.of(6, "the document %s was %s and is, built again, %s", id, was, is));
            }
        }
        return violations;
    }

    @Override
    public void close() {
        client.close();
    }
}
