package app.lookback.query.live;

import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import app.lookback.query.live.Page.Rendering;
import app.lookback.query.rendering.Block;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;

/** A node with one post, on one thread, without a network: each line of the source is rendered as one block. */
final class House {

    static final PostId POST = new PostId("abcdefgh234567aa");
    static final PersonId ADA = new PersonId("6f1c2f0e-3f5d-4a55-9a53-0d9f4f3b9f11");
    static final PersonId BEN = new PersonId("0b6e6c1e-58b4-4b39-8f0c-6ad0a2a6e0de");
    static final String LEFT_EDITOR = "11111111-9d86-4b7a-8f4e-b7a5a1c0d001";
    static final String RIGHT_EDITOR = "22222222-9d86-4b7a-8f4e-b7a5a1c0d002";

    /** What no page can be made of. */
    static final String TOO_MUCH = "too much";

    final ManualTime time = new ManualTime();
    final Stored stored = new Stored(POST);
    final Queue<Runnable> renderings = new ArrayDeque<>();
    final List<String> rendered = new ArrayList<>();
    final Set<String> signedOut = new HashSet<>();
    boolean rendererFails;
    long renderingMillis;
    final Rooms rooms = new Rooms(stored, new Stage(Runnable::run, renderings::add, time, this::renderLines));
    final Connections connections = new Connections(rooms, time, asked -> signedOut);

    Browser enters(PersonId person, String client) {
        var browser = connects(person);
        browser.isHere(client, 0);
        return browser;
    }

    Browser connects(PersonId person) {
        var browser = new Browser();
        var name = person.equals(ADA) ? "Ada" : "Ben";
        browser.connect(connections, new Guest(POST, person, name, "session of " + name));
        return browser;
    }

    /** The log has one more edit, and the follower sees it. */
    void edit(String line) {
        rooms.edited(stored.append(line));
    }

    void render() {
        while (!renderings.isEmpty()) {
            renderings.remove().run();
        }
    }

    private Rendering renderLines(String source) {
        time.passMillis(renderingMillis);
        rendered.add(source);
        if (rendererFails) {
            throw new IllegalStateException("The renderer fails, as the test wants it.");
        }
        var blocks = new ArrayList<Block>();
        var lines = source.lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            blocks.add(new Block("id of " + lines.get(line), line + 1, lines.get(line)));
        }
        if (source.contains(TOO_MUCH)) {
            blocks.add(0, new Block("id of the problem", 1, "<p class=\"problem\">Too much.</p>\n"));
        }
        return new Rendering("title", blocks, !source.contains(TOO_MUCH));
    }
}
