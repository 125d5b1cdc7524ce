package app.lookback.query.draft;

import static app.lookback.query.platform.Stores.project;
import static org.assertj.core.api.Assertions.assertThat;

import app.lookback.contract.FileForm;
import app.lookback.contract.FileForm.LineEnd;
import app.lookback.contract.PersonId;
import app.lookback.query.platform.Stores;
import app.lookback.query.platform.Written;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DraftsTest {

    private static final PersonId ADA = PersonId.random();
    private static final String SOURCE = "+++\ntitle = \"Look back\"\n+++\n\nThe seasons.\n";

    private final Stores stores = new Stores();
    private final Drafts drafts = new Drafts(stores.views, stores.log);
    private final Written written = Written.by(ADA, "/posts/look-back/")
            .types(ADA, 0, SOURCE)
            .types(ADA, SOURCE.length(), "流れゆく")
            .types(ADA, SOURCE.length(), "x");

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void holds_the_newest_source_and_its_title() {
        project(written.events(), drafts);

        assertThat(drafts.newest(written.post)).hasValueSatisfying(draft -> {
            assertThat(draft.revision()).isEqualTo(3);
            assertThat(draft.source()).isEqualTo(SOURCE + "x流れゆく");
            assertThat(draft.title()).isEqualTo("Look back");
        });
    }

    @Test
    void the_same_events_twice_change_nothing() {
        project(written.events(), drafts, 1);
        var once = drafts.newest(written.post);

        project(written.events(), drafts, 2);

        assertThat(drafts.newest(written.post)).isEqualTo(once);
    }

    @Test
    void dropped_and_rebuilt_it_is_equal() {
        project(written.events(), drafts, 1);
        var before = drafts.newest(written.post);

        Stores.reset(drafts);
        assertThat(drafts.newest(written.post)).isEmpty();
        project(written.events(), drafts);

        assertThat(drafts.newest(written.post)).isEqualTo(before);
    }

    @Test
    void what_the_view_missed_is_taken_from_the_log() {
        stores.append(written.events());
        int size = written.events().size();

        project(written.events().subList(size - 1, size), drafts);

        assertThat(drafts.newest(written.post).orElseThrow().source()).isEqualTo(written.newest());
    }

    @Test
    void lists_need_no_source() {
        project(written.events(), drafts);

        assertThat(drafts.standing(written.post)).hasValueSatisfying(standing -> {
            assertThat(standing.revision()).isEqualTo(3);
            assertThat(standing.title()).isEqualTo("Look back");
        });
    }

    @Test
    void a_file_gets_its_line_ends_and_byte_order_mark_back() {
        var file = new FileForm(true, LineEnd.CRLF).file("a\nb");

        assertThat(new String(file, StandardCharsets.UTF_8)).isEqualTo("\uFEFFa\r\nb");
        assertThat(FileForm.PLAIN.file("a\nb\n")).isEqualTo("a\nb\n".getBytes(StandardCharsets.UTF_8));
    }
}
