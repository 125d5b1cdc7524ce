package app.lookback.query.platform;

import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import app.lookback.text.ChangeSet;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.Objects;
import org.bson.codecs.configuration.CodecRegistries;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The MongoDB that holds the views and nothing else; a view's records are its documents. */
@Configuration(proxyBeanMethods = false)
public class ViewStore {

    private static final String DEFAULT_DATABASE = "lookback";

    private final ConnectionString address;

    ViewStore(@Value("${lookback.mongodb.uri}") String uri) {
        this.address = new ConnectionString(uri);
    }

    @Bean(destroyMethod = "close")
    MongoClient queryMongoClient(Interruptions interruptions) {
        return MongoClients.create(settings(address, interruptions));
    }

    @Bean
    MongoDatabase queryViews(MongoClient client) {
        var views = client.getDatabase(Objects.requireNonNullElse(address.getDatabase(), DEFAULT_DATABASE));
        Positions.dropOtherShapes(views);
        return views;
    }

    static MongoClientSettings settings(ConnectionString address, Interruptions interruptions) {
        return MongoClientSettings.builder(settings(address))
                .applyToConnectionPoolSettings(pool -> pool.addConnectionPoolListener(interruptions))
                .build();
    }

    /** Ids and changes are strings in documents. */
    public static MongoClientSettings settings(ConnectionString address) {
        var values = CodecRegistries.fromCodecs(
                new TextCodec<>(PostId.class, PostId::value, PostId::new),
                new TextCodec<>(PersonId.class, PersonId::value, PersonId::new),
                new TextCodec<>(ChangeSet.class, ChangeSet::toJson, ChangeSet::parse));
        return MongoClientSettings.builder()
                .applyConnectionString(address)
                .codecRegistry(CodecRegistries.fromRegistries(values, MongoClientSettings.getDefaultCodecRegistry()))
                .build();
    }
}
