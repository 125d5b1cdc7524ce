package app.lookback;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMongoTest {

    private static final int DROPS = 200;

    @Test
    void all_views_can_be_dropped_while_somebody_asks_for_them(@TempDir Path folder) throws IOException {
        try (var mongo = EmbeddedMongo.start(folder.resolve("views.mv"), 0);
                var client = MongoClients.create(mongo.uri())) {
            var views = client.getDatabase("lookback");
            var enough = new AtomicBoolean();
            var asking = CompletableFuture.runAsync(() -> ask(views, enough));
            for (int i = 0; i < DROPS; i++) {
                views.drop();
            }
            enough.set(true);
            asking.join();

            views.getCollection("drafts").insertOne(new Document("text", "And again."));
            assertThat(views.getCollection("drafts").countDocuments()).isPositive();
        }
    }

    private static void ask(MongoDatabase views, AtomicBoolean enough) {
        while (!enough.get()) {
            views.getCollection("drafts").insertOne(new Document());
            views.getCollection("positions").find().first();
        }
    }
}
