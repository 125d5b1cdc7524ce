package app.lookback.command;

import app.lookback.CommandService;
import app.lookback.command.people.SetupLink;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A command-service on a port of its own, as it runs in earnest. */
record Node(ConfigurableApplicationContext context) implements AutoCloseable {

    static Node on(String database, String... settings) {
        var arguments = new ArrayList<>(List.of(settings));
        arguments.add("--spring.datasource.url=" + database);
        arguments.add("--spring.datasource.username=postgres");
        arguments.add("--server.port=0");
        arguments.add("--spring.main.banner-mode=off");
        arguments.add("--logging.level.root=WARN");
        return new Node(SpringApplication.run(CommandService.class, arguments.toArray(String[]::new)));
    }

    URI address() {
        return URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port"));
    }

    String setupToken() {
        return context.getBean(SetupLink.class).path().orElseThrow().substring("/studio/setup#".length());
    }

    List<Object> events(String aggregate) {
        return context.getBean(EventStore.class)
                .readEvents(aggregate, 0)
                .asStream()
                .<Object>map(event -> event.getPayload())
                .toList();
    }

    JdbcClient database() {
        return context.getBean(JdbcClient.class);
    }

    long eventsInAll() {
        return database()
                .sql("SELECT count(*) FROM event_log")
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        context.close();
    }
}
