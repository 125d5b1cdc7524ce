package app.lookback;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * A server that speaks MongoDB's protocol and keeps the views in one file. The views can always be built again from the
 * log, so a file that cannot be read is set aside and not mourned.
 */
public final class EmbeddedMongo implements Closeable {

    private static final String LOOPBACK = "127.0.0.1";

    /** How long closing may take to give back what the file no longer needs. */
    private static final int TIDYING_MILLIS = 1_000;

    private final MongoServer server;
    private final MVStore store;

    private EmbeddedMongo(MongoServer server, MVStore store) {
        this.server = server;
        this.store = store;
    }

    /** Runs it as a process of its own: {@code EmbeddedMongo <file> <port>}. It ends with SIGTERM, or with its standard input. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("Give a file to keep the views in and a port to listen on (0: any).");
            System.exit(2);
        }
        var mongo = start(Path.of(arguments[0]).toAbsolutePath(), Integer.parseInt(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(mongo::close, "closing"));
        System.out.println(mongo.uri());
        System.in.transferTo(System.out);
        System.exit(0);
    }

    /** Listens on loopback only; port 0 means any free one. */
    static EmbeddedMongo start(Path file, int port) throws IOException {
        Files.createDirectories(file.getParent());
        var store = open(file);
        var server = new MongoServer(new H2Backend(store));
        server.bind(new InetSocketAddress(LOOPBACK, port));
        return new EmbeddedMongo(server, store);
    }

    private static MVStore open(Path file) throws IOException {
        try {
            return new MVStore.Builder().fileName(file.toString()).compress().open();
        } catch (MVStoreException unreadable) {
            Files.move(
                    file,
                    file.resolveSibling(
                            file.getFileName() + ".unreadable-" + Instant.now().getEpochSecond()));
            return new MVStore.Builder().fileName(file.toString()).compress().open();
        }
    }

    String uri() {
        return "mongodb://" + LOOPBACK + ":" + server.getLocalAddress().getPort() + "/lookback";
    }

    @Override
    public void close() {
        store.setRetentionTime(0);
        store.setVersionsToKeep(0);
        store.compactFile(TIDYING_MILLIS);
        server.shutdownNow();
    }
}
