package app.lookback.query;

import static org.awaitility.Awaitility.await;

import app.lookback.QueryService;
import app.lookback.contract.PersonId;
import app.lookback.contract.SiteFileEvent;
import app.lookback.contract.SiteFileEvent.FileKept;
import app.lookback.contract.SiteFileEvent.FileRemoved;
import app.lookback.query.platform.Built;
import app.lookback.query.platform.Hash;
import app.lookback.query.platform.Stores;
import app.lookback.query.platform.Written;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.util.FileSystemUtils;

/** The service as it runs, with a PostgreSQL whose tables are those of the migrations, for all tests that ask it. */
public final class Running {

    /** The folder of the theme; empty but while a test has one. */
    static final Path THEME = Path.of("target/theme-of-tests");

    private static Running one;

    private final EmbeddedPostgres postgres;
    private final MongoServer mongo = new MongoServer(new MemoryBackend());
    private final ConfigurableApplicationContext service;
    private final Map<String, Long> siteEvents = new HashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();

    public static synchronized Running service() throws Exception {
        if (one == null) {
            one = new Running();
            Runtime.getRuntime().addShutdownHook(new Thread(one::stop));
        }
        return one;
    }

    private Running() throws Exception {
        FileSystemUtils.deleteRecursively(THEME);
        postgres = EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
        try (var connection = postgres.getPostgresDatabase().getConnection()) {
            for (var script : migrations()) {
                ScriptUtils.executeSqlScript(connection, new FileSystemResource(script));
            }
        }
        service = new SpringApplicationBuilder(QueryService.class)
                .run(
                        "--server.port=0",
                        "--spring.main.banner-mode=off",
                        "--lookback.theme=" + THEME,
                        "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                        "--spring.datasource.username=postgres",
                        "--lookback.mongodb.uri=" + Stores.address(mongo) + "/lookback-test-" + UUID.randomUUID());
    }

    private static List<Path> migrations() throws IOException {
        try (Stream<Path> both = Stream.concat(
                Files.list(Path.of("../contract/src/main/resources/db/migration")),
                Files.list(Path.of("../command-service/src/main/resources/db/migration")))) {
            return both.sorted((one, other) -> one.getFileName()
                            .toString()
                            .compareTo(other.getFileName().toString()))
                    .toList();
        }
    }

    private void stop() {
        service.getBean(MongoDatabase.class).drop();
        service.close();
        mongo.shutdownNow();
        try {
            postgres.close();
        } catch (IOException alreadyGone) {
            throw new IllegalStateException(alreadyGone);
        }
    }

    public <T> T bean(Class<T> type) {
        return service.getBean(type);
    }

    public <T> Collection<T> beans(Class<T> type) {
        return service.getBeansOfType(type).values();
    }

    /** Keeps these bytes where those of images and files are kept. */
    public void stores(byte[] bytes) {
        bean(JdbcClient.class)
                .sql("""
                        INSERT INTO media (sha256, media_type, size, bytes, created_at)
                        VALUES (:sha256, 'image/png', :size, :bytes, now())
                        ON CONFLICT DO NOTHING""")
                .param("sha256", Hash.sha256(bytes))
                .param("size", bytes.length)
                .param("bytes", bytes)
                .update();
    }

    /** Someone new, with an account. */
    public Browser account(String name) {
        return account(name, "ROLE_AUTHOR");
    }

    public Browser account(String name, String... authorities) {
        var person = PersonId.random();
        bean(JdbcClient.class)
                .sql("""
                        INSERT INTO account (id, name, name_key, administrator, created_at)
                        VALUES (:id, :name, :id, :administrator, now())""")
                .param("id", UUID.fromString(person.value()))
                .param("name", name)
                .param("administrator", List.of(authorities).contains("ROLE_ADMINISTRATOR"))
                .update();
        return new Browser(person, session(person, authorities));
    }

    public Browser stranger() {
        return new Browser(PersonId.random(), "");
    }

    @SuppressWarnings("unchecked") // whatever its sessions are, it saves what it created
    private String session(PersonId person, String... authorities) {
        var sessions = (SessionRepository<Session>) bean(SessionRepository.class);
        var session = sessions.createSession();
        session.setAttribute(
                "SPRING_SECURITY_CONTEXT",
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                        person.value(), null, AuthorityUtils.createAuthorityList(authorities))));
        sessions.save(session);
        return Base64.getEncoder().encodeToString(session.getId().getBytes(StandardCharsets.UTF_8));
    }

    /** Appends what happened since the last time, as command-service would. */
    public void happens(Written written) {
        written.takeEvents().forEach(this::append);
    }

    public void append(DomainEventMessage<?> event) {
        var work = DefaultUnitOfWork.startAndGet(event);
        work.attachTransaction(bean(TransactionManager.class));
        work.execute(() -> bean(EventStore.class).publish(event));
    }

    /** Drops a view, as a person would who no longer trusts it, and has it built again. */
    public void rebuild(String view) {
        var processor = bean(EventProcessingConfiguration.class)
                .eventProcessor(view, StreamingEventProcessor.class)
                .orElseThrow();
        processor.shutDown();
        processor.resetTokens();
        processor.start();
    }

    /** A file of the site has these bytes from now on. */
    public void keeps(String path, String text, PersonId by) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        stores(bytes);
        siteChanges(new FileKept(path, Hash.sha256(bytes), "text/plain", bytes.length, by, Instant.now()));
    }

    public void removes(String path, PersonId by) {
        siteChanges(new FileRemoved(path, by, Instant.now()));
    }

    private void siteChanges(SiteFileEvent event) {
        var number = siteEvents.merge(event.path(), 1L, Long::sum) - 1;
        append(new GenericDomainEventMessage<>("SiteFile", SiteFileEvent.aggregate(event.path()), number, event));
    }

    /** Drops the whole MongoDB database, positions included, while the service runs. */
    public void dropAllViews() {
        bean(MongoDatabase.class).drop();
    }

    /** Waits until all views are built again: no later test shall be told that they are not. */
    public void isBuiltAgain() {
        var processors =
                bean(EventProcessingConfiguration.class).eventProcessors().values();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> processors.stream().allMatch(Running::hasReadAll) && Built.areAllViews(service));
    }

    /** One that was just started has no status yet, which is not to say that it has read all. */
    private static boolean hasReadAll(EventProcessor processor) {
        var status = ((StreamingEventProcessor) processor).processingStatus().values();
        return !status.isEmpty() && status.stream().allMatch(EventTrackerStatus::isCaughtUp);
    }

    /** Someone who asks, with a session or without. */
    public final class Browser {

        public final PersonId person;
        private final String session;

        private Browser(PersonId person, String session) {
            this.person = person;
            this.session = session;
        }

        /** The beginning of every address. */
        public String site() {
            return "http://localhost:" + service.getEnvironment().getRequiredProperty("local.server.port");
        }

        public HttpResponse<String> get(String path, String... headers) {
            return send("GET", path, HttpResponse.BodyHandlers.ofString(), headers);
        }

        /** As the studio does it, with the token that every page gave it. */
        public HttpResponse<String> post(String path) {
            return post(path, "");
        }

        public HttpResponse<String> post(String path, String body) {
            var token = UUID.randomUUID().toString();
            return send(
                    "POST",
                    path,
                    HttpRequest.BodyPublishers.ofString(body),
                    HttpResponse.BodyHandlers.ofString(),
                    "X-XSRF-TOKEN",
                    token,
                    "Cookie",
                    "XSRF-TOKEN=" + token);
        }

        public HttpResponse<String> head(String path) {
            return send("HEAD", path, HttpResponse.BodyHandlers.ofString());
        }

        public HttpResponse<byte[]> bytes(String path, String... headers) {
            return send("GET", path, HttpResponse.BodyHandlers.ofByteArray(), headers);
        }

        private <T> HttpResponse<T> send(
                String method, String path, HttpResponse.BodyHandler<T> body, String... headers) {
            return send(method, path, HttpRequest.BodyPublishers.noBody(), body, headers);
        }

        private <T> HttpResponse<T> send(
                String method,
                String path,
                HttpRequest.BodyPublisher sent,
                HttpResponse.BodyHandler<T> body,
                String... headers) {
            var request = HttpRequest.newBuilder(URI.create(site() + path)).method(method, sent);
            if (!session.isEmpty()) {
                request.header("Cookie", "SESSION=" + session);
            }
            if (headers.length > 0) {
                request.headers(headers);
            }
            try {
                return client.send(request.build(), body);
            } catch (IOException | InterruptedException broken) {
                throw new AssertionError(method + " " + path, broken);
            }
        }
    }
}
