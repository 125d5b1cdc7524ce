package app.lookback.stories;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The way from one browser to a site. It can be cut, which both ends notice, or fall silent, which nobody does. */
final class Cable implements AutoCloseable {

    private enum State {
        SOUND,
        SILENT,
        CUT
    }

    private final URI site;
    private final ServerSocket end = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile State state = State.SOUND;

    Cable(String site) throws IOException {
        this.site = URI.create(site);
        inBackground(this::accept);
    }

    /** The same address at this end of the cable. */
    String through(String address) {
        return address.replace(site.getAuthority(), site.getHost() + ":" + end.getLocalPort());
    }

    void isCut() {
        state = State.CUT;
        dropAll();
    }

    void fallsSilent() {
        state = State.SILENT;
    }

    /** What was under way is lost. */
    void isMended() {
        state = State.SOUND;
        dropAll();
    }

    private void accept() throws IOException {
        while (!end.isClosed()) {
            var browser = end.accept();
            if (state == State.CUT) {
                browser.close();
                continue;
            }
            var server = new Socket(site.getHost(), site.getPort());
            open.add(browser);
            open.add(server);
            inBackground(() -> carry(browser, server));
            inBackground(() -> carry(server, browser));
        }
    }

    private void carry(Socket from, Socket to) throws IOException {
        var bytes = new byte[16_384];
        try (from;
                to) {
            for (int read = from.getInputStream().read(bytes); read >= 0; ) {
                if (state == State.SOUND) {
                    to.getOutputStream().write(bytes, 0, read);
                }
                read = from.getInputStream().read(bytes);
            }
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void dropAll() {
        for (var socket : open) {
            try {
                socket.close();
            } catch (IOException alreadyGone) {
                open.remove(socket);
            }
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void inBackground(Work work) {
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException over) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        end.close();
        dropAll();
    }
}
