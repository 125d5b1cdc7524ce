package app.lookback.command;

import static org.assertj.core.api.Assertions.assertThat;

import app.lookback.contract.ManuscriptEvent.SourceEdited;

/** What the log itself says the source is; it must be numbered without gaps or doubles. */
final class Replay {

    private Replay() {}

    static String source(Node node, String post) {
        var text = "";
        long revision = 0;
        for (var event : node.events("m:" + post)) {
            if (event instanceof SourceEdited edited) {
                assertThat(edited.revision()).isEqualTo(++revision);
                text = edited.changes().apply(text);
            }
        }
        return text;
    }
}
