package app.lookback.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PositionsTest {

    private final Stores stores = new Stores();

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void views_of_another_shape_are_dropped_with_their_positions() {
        exist("positions", "drafts");

        assertThat(left()).isEmpty();
    }

    @Test
    void views_of_this_shape_stay() {
        exist(Positions.COLLECTION, "drafts");

        assertThat(left()).contains(Positions.COLLECTION, "drafts");
    }

    private void exist(String... collections) {
        for (var collection : collections) {
            stores.views.getCollection(collection).insertOne(new Document("_id", "any"));
        }
    }

    private List<String> left() {
        Positions.dropOtherShapes(stores.views);
        return stores.views.listCollectionNames().into(new ArrayList<>());
    }
}
