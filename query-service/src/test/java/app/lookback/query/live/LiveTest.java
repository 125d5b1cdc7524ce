package app.lookback.query.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.lookback.contract.PersonId;
import app.lookback.query.Running;
import app.lookback.query.library.Membership;
import app.lookback.query.platform.Written;
import app.lookback.text.ChangeSet;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The WebSocket as browsers meet it. */
class LiveTest {

    private static final String EDITOR = "33333333-9d86-4b7a-8f4e-b7a5a1c0d003";

    private static final HttpClient client = HttpClient.newHttpClient();
    private static Running service;
    private static PersonId ada;
    private static PersonId ben;
    private static PersonId outsider;

    private Written written;

    @BeforeAll
    static void people() throws Exception {
        service = Running.service();
        ada = service.account("Ada, live").person;
        ben = service.account("Ben, live").person;
        outsider = service.account("Outsider, live").person;
    }

    @BeforeEach
    void a_post() {
        written = Written.by(ada, "/posts/live/").admitted(ben, ada).types(ada, 0, "Spring.\n");
        service.happens(written);
        var membership = service.bean(Membership.class);
        await().until(() -> membership.mayRead(written.post, ada) && membership.mayRead(written.post, ben));
    }

    @Test
    void a_stranger_is_refused_with_401() {
        assertThat(refusal("", own(), "lookback.v1")).isEqualTo(401);
        assertThat(refusal("no-such-session", own(), "lookback.v1")).isEqualTo(401);
    }

    @Test
    void a_foreign_page_is_refused_with_403() {
        var session = signedIn(ada);

        assertThat(refusal(session, "http://evil.example", "lookback.v1")).isEqualTo(403);
        assertThat(refusal(session, own() + "1", "lookback.v1")).isEqualTo(403);
        assertThat(refusal(session, null, "lookback.v1")).isEqualTo(403);
    }

    @Test
    void who_was_not_let_into_the_post_is_refused_with_404() {
        assertThat(refusal(signedIn(outsider), own(), "lookback.v1")).isEqualTo(404);
    }

    @Test
    void another_protocol_is_refused_with_400() {
        assertThat(refusal(signedIn(ada), own(), "chat")).isEqualTo(400);
    }

    @Test
    void nothing_is_compressed_for_each_receiver_anew() throws Exception {
        var address = URI.create(own());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write(("GET /api/posts/" + written.post + "/live HTTP/1.1\r\nHost: " + address.getAuthority()
                                    + "\r\nOrigin: " + own() + "\r\nCookie: SESSION=" + cookie(signedIn(ada))
                                    + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                                    + "Sec-WebSocket-Protocol: lookback.v1\r\n"
                                    + "Sec-WebSocket-Extensions: permessage-deflate\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .lines()
                    .takeWhile(line -> !line.isEmpty())
                    .toList();

            assertThat(answer.get(0)).contains("101");
            assertThat(answer).noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("extensions"));
        }
    }

    @Test
    void a_revision_arrives_at_all_who_watch_and_then_its_page() {
        var first = enters(signedIn(ada));
        var second = enters(signedIn(ben));
        written.types(ben, 8, "Summer.\n").types(ada, 16, "Autumn.\n");
        service.happens(written);

        await().until(() -> first.revisions().equals(List.of(2L, 3L)));
        await().until(() -> second.revisions().equals(List.of(2L, 3L)));
        await().until(() ->
                second.heard("preview").anyMatch(page -> page.path("revision").asLong() == 3));
        assertThat(second.heard("preview").map(Object::toString)).anyMatch(page -> page.contains("Summer."));
        assertThat(second.heard("preview").map(page -> page.path("title").asString()))
                .as("of a post without front matter")
                .containsOnly("Untitled");
        assertThat(first.heard("presence").map(one -> one.path("name").asString()))
                .contains("Ben, live");
    }

    @Test
    void an_event_that_is_committed_after_later_ones_arrives_nevertheless() {
        var earlier = enters(signedIn(ada));
        var late = written.types(ada, 8, "Late.\n").takeEvents();
        a_post();
        var later = enters(signedIn(ada));
        new TransactionTemplate(service.bean(PlatformTransactionManager.class)).executeWithoutResult(uncommitted -> {
            service.bean(EventStorageEngine.class).appendEvents(late);
            CompletableFuture.runAsync(() -> service.happens(written.types(ada, 8, "Summer.\n")))
                    .join();
            await().until(() -> later.revisions().equals(List.of(2L)));
            assertThat(earlier.revisions()).isEmpty();
        });

        await().until(() -> earlier.revisions().equals(List.of(2L)));
    }

    @Test
    void an_edition_is_announced() {
        var watching = enters(signedIn(ada));
        written.published(ben);
        service.happens(written);

        await().until(() -> watching.heard("edition").count() == 1);
        assertThat(watching.heard("edition")
                        .findFirst()
                        .orElseThrow()
                        .path("path")
                        .asString())
                .isEqualTo("/posts/live/");
    }

    @Test
    void how_the_post_stands_is_told_at_the_door_and_whenever_it_changes() {
        var watching = enters(signedIn(ada));
        await().until(() -> watching.heard("standing").count() == 1);
        service.happens(written.owns(ben, ada).published(ada));
        await().until(() -> watching.heard("standing").count() == 2);
        service.happens(written.withdrawn(ben));

        await().until(() -> watching.heard("standing").count() == 3);
        var told = watching.heard("standing").toList();
        assertThat(told)
                .extracting(one -> one.path("happened").asString(""))
                .containsExactly("", "role-changed", "withdrawn");
        assertThat(told).extracting(one -> one.path("withdrawn").asBoolean()).containsExactly(false, false, true);
        assertThat(told.get(2).path("by").asString()).isEqualTo(ben.value());
        assertThat(told.get(2).path("people").toString())
                .contains("{\"id\":\"" + ben + "\",\"name\":\"Ben, live\",\"role\":\"owner\"}");
    }

    @Test
    void a_deleted_post_is_closed_at_once_to_all_who_have_it_open_and_to_who_comes() {
        var first = enters(signedIn(ada));
        var second = enters(signedIn(ben));
        service.happens(written.deleted(ada));

        assertThat(first.closed.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo(4410);
        assertThat(second.closed.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo(4410);
        assertThat(refusal(signedIn(ben), own(), "lookback.v1")).isEqualTo(410);
        assertThat(refusal(signedIn(outsider), own(), "lookback.v1")).isEqualTo(404);
    }

    @Test
    void nonsense_is_answered_and_does_no_harm() {
        var listening = new Listening(true);
        var socket = open(signedIn(ada), listening);
        socket.sendText("{\"type\":\"shout\"}", true).join();
        socket.sendBinary(ByteBuffer.wrap(new byte[] {1, 2, 3}), true).join();
        socket.sendText("{\"type\":\"ping\"}", true).join();

        await().until(() -> listening.heard("pong").count() == 1);
        assertThat(listening.heard("problem")).hasSize(2);
        assertThat(listening.closed).isNotDone();
    }

    @Test
    void a_message_beyond_the_bound_closes_its_socket_and_no_other() {
        var other = enters(signedIn(ben));
        var listening = new Listening(true);
        open(signedIn(ada), listening).sendText("x".repeat(3000), true).join();

        assertThat(listening.closed.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo(1009);
        assertThat(other.closed).isNotDone();
    }

    @Test
    void who_signs_out_is_closed_within_seconds() {
        var session = signedIn(ada);
        var listening = enters(session);
        sessions().deleteById(session);

        assertThat(listening.closed.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo(4401);
    }

    @Test
    void a_browser_that_reads_nothing_is_given_up_while_the_others_hear_everything() {
        var quick = enters(signedIn(ada));
        sayHere(open(signedIn(ben), new Listening(false)));
        await().until(() -> quick.heard("presence").count() == 1);
        for (int i = 0; i < 40; i++) {
            var text = String.valueOf((char) ('a' + i % 26)).repeat(300_000) + "\n";
            var length = written.newest().length();
            service.happens(written.edits(ben, ChangeSet.replace(length, 0, length, text)));
            await().until(() -> quick.revisions().contains(written.revision()));
        }

        await().until(() -> quick.heard("left").count() == 1);
        assertThat(quick.revisions())
                .containsExactlyElementsOf(LongStream.rangeClosed(2, 41).boxed().toList());
        assertThat(quick.closed).isNotDone();
    }

    private Listening enters(String session) {
        var listening = new Listening(true);
        sayHere(open(session, listening));
        await().until(() -> listening.heard("welcome").count() == 1);
        await().until(() -> listening.heard("preview").count() == 1);
        return listening;
    }

    private static void sayHere(WebSocket socket) {
        socket.sendText(
                        "{\"type\":\"here\",\"client\":\"" + EDITOR + "\",\"revision\":1,\"anchor\":0,\"head\":0}",
                        true)
                .join();
    }

    private WebSocket open(String session, Listening listening) {
        return knock(session, own(), "lookback.v1", listening);
    }

    private int refusal(String session, @Nullable String origin, String protocol) {
        try {
            knock(session, origin, protocol, new Listening(true));
            throw new AssertionError("not refused");
        } catch (CompletionException refused) {
            var answer = ((WebSocketHandshakeException) refused.getCause()).getResponse();
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            return answer.statusCode();
        }
    }

    private WebSocket knock(String session, @Nullable String origin, String protocol, Listening listening) {
        var builder = client.newWebSocketBuilder().subprotocols(protocol);
        if (!session.isEmpty()) {
            builder.header("Cookie", "SESSION=" + cookie(session));
        }
        if (origin != null) {
            builder.header("Origin", origin);
        }
        return builder.buildAsync(
                        URI.create(own().replace("http", "ws") + "/api/posts/" + written.post + "/live"), listening)
                .join();
    }

    private static String own() {
        return "http://localhost:" + service.bean(Environment.class).getProperty("local.server.port");
    }

    private static String cookie(String session) {
        return Base64.getEncoder().encodeToString(session.getBytes(StandardCharsets.UTF_8));
    }

    private static String signedIn(PersonId person) {
        var session = sessions().createSession();
        session.setAttribute(
                "SPRING_SECURITY_CONTEXT",
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                        person.value(), null, AuthorityUtils.createAuthorityList("ROLE_AUTHOR"))));
        sessions().save(session);
        return session.getId();
    }

    @SuppressWarnings("unchecked") // whatever its sessions are, it saves what it created
    private static SessionRepository<Session> sessions() {
        return service.bean(SessionRepository.class);
    }
}
