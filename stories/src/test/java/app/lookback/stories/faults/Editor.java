package app.lookback.stories.faults;

import app.lookback.stories.faults.Evidence.Copy;
import app.lookback.stories.faults.Happening.Confused;
import app.lookback.stories.faults.Happening.EditId;
import app.lookback.stories.faults.Happening.Saw;
import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * One open post of one person, without a browser: it types, submits and receives as the studio does, and goes to
 * another node where one fails it. Everything happens on the one thread of the loop.
 */
final class Editor {

    private static final int LONGEST_PAUSE_MILLIS = 500;
    private static final int LONGEST_BACKOFF_MILLIS = 600;

    private final String post;
    private final Replica replica;
    private final History history;
    private final ScheduledExecutorService loop;
    private final Random random;
    private final Typist typist;
    private final Outbox outbox;
    private final Inbox inbox;
    private final Connection connection;
    private boolean typing = true;
    private boolean confused;

    /** The addresses of those who decide and of those who answer, in any order. */
    record Nodes(List<URI> commands, List<URI> queries) {}

    Editor(
            int number,
            String post,
            Replica replica,
            Nodes nodes,
            Wire wire,
            History history,
            ScheduledExecutorService loop,
            long seed) {
        this.post = post;
        this.replica = replica;
        this.history = history;
        this.loop = loop;
        this.random = new Random(seed);
        this.typist = new Typist(number, post, replica, history, random);
        this.outbox = new Outbox(this, nodes.commands(), wire, number);
        this.inbox = new Inbox(this, nodes.queries(), wire, number);
        this.connection = new Connection(this, nodes.queries(), wire, number);
    }

    void begin() {
        loop.execute(() -> {
            connection.open();
            type();
        });
    }

    private void type() {
        if (typing && !confused) {
            typist.type();
            outbox.next();
            later(1 + random.nextInt(LONGEST_PAUSE_MILLIS), this::type);
        }
    }

    /** What was typed until now is submitted still. */
    void stopTyping() {
        loop.execute(() -> typing = false);
    }

    void close() {
        loop.execute(() -> {
            confused = true;
            connection.close();
        });
    }

    void hasReceived() {
        history.add(new Saw(
                post, replica.client(), replica.revision(), replica.source().hashCode()));
        outbox.next();
    }

    void isConfused(String why) {
        if (!confused) {
            confused = true;
            history.add(new Confused(post, replica.client(), why));
        }
    }

    boolean canGoOn() {
        return !confused;
    }

    void later(int millis, Runnable what) {
        loop.schedule(what, millis, TimeUnit.MILLISECONDS);
    }

    int backoff() {
        return 50 + random.nextInt(LONGEST_BACKOFF_MILLIS);
    }

    EditId edit(long sequence) {
        return new EditId(post, replica.client(), sequence);
    }

    Replica replica() {
        return replica;
    }

    Inbox inbox() {
        return inbox;
    }

    History history() {
        return history;
    }

    String post() {
        return post;
    }

    /** Nothing more will come of it by itself. */
    boolean isSettledAt(long revision) {
        return confused || !typing && replica.isSaved() && replica.revision() >= revision;
    }

    Copy copy() {
        return new Copy("client " + replica.client(), post, replica.revision(), replica.shown());
    }
}
