package app.lookback.stories.faults;

import app.lookback.stories.faults.Happening.Fault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Kills and pauses the members of a cluster, in an order and with pauses that follow from the seed. */
final class Nemesis {

    private static final int LONGEST_CALM_MILLIS = 1500;
    private static final int LONGEST_DEATH_MILLIS = 2000;
    private static final int LONGEST_PAUSE_MILLIS = 4500;

    /** Longer than a claim on a view lasts: another node takes it over meanwhile. */
    private static final int PAUSE_BEYOND_CLAIMS_MILLIS = 13_000;

    private final Cluster cluster;
    private final History history;
    private final Random random;
    private final CountDownLatch never = new CountDownLatch(1);

    Nemesis(Cluster cluster, History history, long seed) {
        this.cluster = cluster;
        this.history = history;
        this.random = new Random(seed);
    }

    /** Each member in its turn is killed; before each second kill some member is paused. All are up in the end. */
    void rage(int kills) throws IOException, InterruptedException {
        var turn = new ArrayList<Member>();
        for (int i = 0; i < kills; i++) {
            if (turn.isEmpty()) {
                turn.addAll(cluster.members());
                Collections.shuffle(turn, random);
            }
            if (i % 2 == 1) {
                pause(cluster.members().get(random.nextInt(cluster.members().size())), i);
            }
            kill(turn.remove(0), random.nextBoolean());
        }
        for (var member : cluster.members()) {
            member.awaitUp();
        }
        say("everything is up");
    }

    /** MongoDB comes back with old data, and no edit comes after that from which a view would see that it is behind. */
    void makeTheViewsForget() throws IOException, InterruptedException {
        kill(cluster.mongo, true);
        cluster.mongo.awaitUp();
    }

    /** One JVM at a time may be down, but any other member beside it. */
    private void kill(Member member, boolean older) throws IOException, InterruptedException {
        for (var needed : member instanceof Service ? services() : List.of(member)) {
            needed.awaitUp();
        }
        waitUpTo(LONGEST_CALM_MILLIS);
        mustLive(member);
        say("kill " + member);
        member.kill();
        waitUpTo(LONGEST_DEATH_MILLIS);
        cluster.mongo.comeBackOlder(older);
        say(older && member == cluster.mongo ? "start MongoDB with older data" : "start " + member);
        member.start();
    }

    private List<Member> services() {
        return List.of(cluster.command, cluster.query, cluster.both);
    }

    private void pause(Member member, int turn) throws IOException, InterruptedException {
        member.awaitUp();
        waitUpTo(LONGEST_CALM_MILLIS);
        mustLive(member);
        say("pause " + member);
        member.pause();
        if (turn % 10 == 9) {
            never.await(PAUSE_BEYOND_CLAIMS_MILLIS, TimeUnit.MILLISECONDS);
        } else {
            waitUpTo(LONGEST_PAUSE_MILLIS);
        }
        member.resume();
        say("resume " + member);
    }

    private static void mustLive(Member member) throws IOException {
        if (!member.lives()) {
            throw new IOException(member + " has ended by itself");
        }
    }

    private void waitUpTo(int millis) throws InterruptedException {
        never.await(millis / 5 + random.nextInt(millis * 4 / 5), TimeUnit.MILLISECONDS);
    }

    private void say(String fault) {
        history.add(new Fault(fault));
    }
}
