package app.lookback.stories.faults;

import app.lookback.stories.RunningProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;

/**
 * Two nodes that decide and two that answer, on one PostgreSQL and one MongoDB: the services as processes of their own,
 * and both again in one JVM. There is no proxy: the editors know all addresses.
 */
final class Cluster implements AutoCloseable {

    final Postgres postgres;
    final Mongo mongo;
    final Service command;
    final Service query;
    final Service both;

    private Cluster(Path folder, History history) throws IOException {
        postgres = new Postgres(folder.resolve("postgresql"), RunningProcess.freePort(), history);
        mongo = new Mongo(folder, RunningProcess.freePort(), history);
        var environment = new HashMap<>(postgres.environment());
        environment.put("LOOKBACK_MONGODB_URI", mongo.uri());
        environment.put("LOOKBACK_DATA", folder.resolve("launcher").toString());
        var started = "Started \\w+ in";
        command = new Service("command-service", started, RunningProcess.freePort(), environment, history);
        query = new Service("query-service", started, RunningProcess.freePort(), environment, history);
        both = new Service("launcher", "Lookback is at", RunningProcess.freePort(), environment, history);
    }

    static Cluster start(Path folder, History history) throws IOException, InterruptedException {
        var cluster = new Cluster(folder, history);
        try {
            cluster.start();
            return cluster;
        } catch (IOException | InterruptedException | RuntimeException | AssertionError failure) {
            cluster.close();
            throw failure;
        }
    }

    /** The launcher makes the tables, and prints the one link with which the first person comes in. */
    private void start() throws IOException, InterruptedException {
        for (var wave : List.of(List.of(postgres, mongo), List.of(both), List.of(command, query))) {
            wave.forEach(Member::start);
            for (var member : wave) {
                member.awaitUp();
            }
        }
    }

    List<Member> members() {
        return List.of(postgres, mongo, command, query, both);
    }

    Editor.Nodes nodes() {
        return new Editor.Nodes(List.of(command.site(), both.site()), List.of(query.site(), both.site()));
    }

    @Override
    public void close() throws IOException {
        for (var member : List.of(both, query, command, mongo, postgres)) {
            member.close();
        }
    }
}
