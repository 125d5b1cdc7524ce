package app.lookback.query.live;

import app.lookback.query.live.Frame.Pong;
import app.lookback.query.live.Frame.Presence;
import app.lookback.query.live.Frame.Problem;
import app.lookback.query.live.Message.Here;
import app.lookback.query.live.Message.Refused;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

/** One open socket: what its browser says goes to the room, as said by the person who signed in. */
final class Connection {

    private static final int MESSAGES_A_SECOND = 50;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final String id = UUID.randomUUID().toString();
    private final Guest guest;
    private final Wire wire;
    private final Room room;
    private final Timing timing;
    private final BiConsumer<Connection, Closing> ended;
    private final Outbox outbox;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile long heardAt;
    private long secondBegan;
    private int messagesInSecond;

    Connection(Guest guest, Wire wire, Room room, Timing timing, BiConsumer<Connection, Closing> ended) {
        this.guest = guest;
        this.wire = wire;
        this.room = room;
        this.timing = timing;
        this.ended = ended;
        this.outbox = new Outbox(wire, this::end);
        this.heardAt = timing.nanos();
        this.secondBegan = heardAt;
    }

    /** The browser's messages come one at a time. */
    void heard(String text) {
        alive();
        if (floods()) {
            send(new Problem("flooded", "At most " + MESSAGES_A_SECOND + " messages a second, please.").json());
            end(Closing.FLOODED);
            return;
        }
        try {
            answer(MessageReader.read(text));
        } catch (Refused refused) {
            send(new Problem("malformed", String.valueOf(refused.getMessage())).json());
        }
    }

    private boolean floods() {
        if (heardAt - secondBegan >= SECOND) {
            secondBegan = heardAt;
            messagesInSecond = 0;
        }
        return ++messagesInSecond > MESSAGES_A_SECOND;
    }

    private void answer(Message message) {
        if (message instanceof Here here) {
            room.here(this, here);
        } else {
            send(new Pong().json());
        }
    }

    void alive() {
        heardAt = timing.nanos();
    }

    long silentNanos() {
        return timing.nanos() - heardAt;
    }

    void send(String frame) {
        outbox.send(frame);
    }

    void whenIdle(Runnable task) {
        outbox.whenIdle(task);
    }

    /** The timers of a page in the background sleep, but its browser answers. */
    void ping() {
        if (outbox.isIdle()) {
            wire.ping();
        }
    }

    /** Ends this socket, once, for the first reason that was given. */
    void end(Closing reason) {
        if (over.compareAndSet(false, true)) {
            outbox.close();
            room.leave(this);
            ended.accept(this, reason);
            wire.close(reason);
        }
    }

    boolean isOver() {
        return over.get();
    }

    Presence at(Here here) {
        return new Presence(
                id, here.client(), guest.person(), guest.name(), here.revision(), here.anchor(), here.head());
    }

    String id() {
        return id;
    }

    Guest guest() {
        return guest;
    }
}
