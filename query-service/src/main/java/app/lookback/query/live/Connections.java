package app.lookback.query.live;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import app.lookback.contract.PersonId;
import app.lookback.contract.PostEvent;
import app.lookback.contract.PostEvent.AccessTakenBack;
import app.lookback.contract.PostEvent.AuthorAdmitted;
import app.lookback.contract.PostEvent.ReviewerAdmitted;
import app.lookback.contract.PostId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All open sockets of this node: how many each person may have, and which of them are over. */
final class Connections {

    static final int OF_ONE_PERSON = 50;

    private static final Logger log = LoggerFactory.getLogger(Connections.class);
    private static final long ASK_AFTER = TimeUnit.SECONDS.toNanos(10);
    private static final long SILENT_AFTER = TimeUnit.SECONDS.toNanos(30);

    /** The handshake asks a view, which may know of it only later. */
    private static final long REMEMBERED = TimeUnit.MINUTES.toNanos(1);

    private final Rooms rooms;
    private final Timing timing;
    private final Function<Collection<String>, Set<String>> signIns;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final Map<PersonId, Integer> ofPerson = new ConcurrentHashMap<>();
    private final Map<Seat, Long> takenBack = new ConcurrentHashMap<>();
    private final Map<PostId, Long> deleted = new ConcurrentHashMap<>();

    private record Seat(PostId post, PersonId person) {}

    Connections(Rooms rooms, Timing timing, Function<Collection<String>, Set<String>> signIns) {
        this.rooms = rooms;
        this.timing = timing;
        this.signIns = signIns;
    }

    Connection open(Guest guest, Wire wire) {
        var connection = new Connection(guest, wire, rooms.enter(guest.post()), timing, this::ended);
        open.add(connection);
        if (ofPerson.merge(guest.person(), 1, Integer::sum) > OF_ONE_PERSON) {
            connection.end(Closing.FLOODED);
        }
        if (takenBack.containsKey(new Seat(guest.post(), guest.person()))) {
            connection.end(Closing.NOT_LET_IN);
        }
        if (deleted.containsKey(guest.post())) {
            connection.end(Closing.DELETED);
        }
        return connection;
    }

    private void ended(Connection connection, Closing reason) {
        log.debug("A socket has ended: {}", reason);
        open.remove(connection);
        rooms.exit(connection.guest().post());
        ofPerson.computeIfPresent(connection.guest().person(), (person, sockets) -> sockets == 1 ? null : sockets - 1);
    }

    /** To be called about once a second. */
    void sweep() {
        for (var connection : open) {
            long silent = connection.silentNanos();
            if (silent > SILENT_AFTER) {
                connection.end(Closing.SILENT);
            } else if (silent > ASK_AFTER) {
                connection.ping();
            }
        }
        endWhereSignedOut();
        takenBack.values().removeIf(this::isLongAgo);
        deleted.values().removeIf(this::isLongAgo);
    }

    private boolean isLongAgo(long since) {
        return timing.nanos() - since > REMEMBERED;
    }

    private void endWhereSignedOut() {
        if (open.isEmpty()) {
            return;
        }
        var over = signIns.apply(
                open.stream().map(connection -> connection.guest().session()).toList());
        open.stream()
                .filter(connection -> over.contains(connection.guest().session()))
                .forEach(connection -> connection.end(Closing.SIGNED_OUT));
    }

    /** Whose access was taken back hears nothing more of the post, and is not let in again by a view that is late. */
    void takenBack(PostId post, PersonId person) {
        takenBack.put(new Seat(post, person), timing.nanos());
        open.stream()
                .filter(connection -> connection.guest().post().equals(post)
                        && connection.guest().person().equals(person))
                .forEach(connection -> connection.end(Closing.NOT_LET_IN));
    }

    /** A deleted post is closed to all, also to whom a view lets in that is late. */
    void deleted(PostId post, boolean now) {
        if (!now) {
            deleted.remove(post);
            return;
        }
        deleted.put(post, timing.nanos());
        open.stream()
                .filter(connection -> connection.guest().post().equals(post))
                .forEach(connection -> connection.end(Closing.DELETED));
    }

    void happened(PostEvent event) {
        if (event instanceof AccessTakenBack taken) {
            takenBack(taken.post(), taken.person());
        } else if (event instanceof AuthorAdmitted admitted) {
            takenBack.remove(new Seat(admitted.post(), admitted.author()));
        } else if (event instanceof ReviewerAdmitted admitted) {
            takenBack.remove(new Seat(admitted.post(), admitted.reviewer()));
        }
    }

    void endAll() {
        open.forEach(connection -> connection.end(Closing.GOING_AWAY));
    }

    /** Who has which post open here. */
    Map<PostId, Set<PersonId>> attendance() {
        return open.stream().map(Connection::guest).collect(groupingBy(Guest::post, mapping(Guest::person, toSet())));
    }

    int size() {
        return open.size();
    }
}
