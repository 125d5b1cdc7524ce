package app.lookback;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.MVStoreTool;

/**
 * A server that speaks MongoDB's protocol and keeps the views in one file. The views can always be built again from the
 * log, so a file that cannot be read is set aside and not mourned.
 */
public final class EmbeddedMongo implements Closeable {

    private static final String LOOPBACK = "127.0.0.1";

    /** A larger file would take too long to be tidied when it is closed. */
    private static final long LARGEST_TIDIED = 64_000_000;

    private final MongoServer server;
    private final Path file;

    private EmbeddedMongo(MongoServer server, Path file) {
        this.server = server;
        this.file = file;
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
        MVStoreTool.compactCleanUp(file.toString());
        var server = new MongoServer(new Backend(open(file)));
        server.bind(new InetSocketAddress(LOOPBACK, port));
        return new EmbeddedMongo(server, file);
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

    /** While views change, most of the file is what they were before: that is given back. */
    @Override
    public void close() {
        server.shutdownNow();
        if (file.toFile().length() <= LARGEST_TIDIED) {
            tidy();
        }
    }

    private void tidy() {
        try {
            MVStoreTool.compact(file.toString(), true);
        } catch (MVStoreException untidy) {
            System.err.println("The file of the views stays as large as it is: " + untidy.getMessage());
        }
    }

    /**
     * Nobody is answered while a database is being dropped. H2Backend alone lets them open what it is about to close,
     * and gives it out closed from then on.
     */
    private static final class Backend extends H2Backend {

        private final ReadWriteLock standing = new ReentrantReadWriteLock();

        Backend(MVStore store) {
            super(store);
        }

        @Override
        public Document handleMessage(MongoMessage message) {
            var lock = message.getDocument().containsKey("dropDatabase") ? standing.writeLock() : standing.readLock();
            lock.lock();
            try {
                return super.handleMessage(message);
            } finally {
                lock.unlock();
            }
        }
    }
}
