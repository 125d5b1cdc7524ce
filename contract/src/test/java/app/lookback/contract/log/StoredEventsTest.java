package app.lookback.contract.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lookback.contract.AddressEvent.AddressClaimed;
import app.lookback.contract.FileForm;
import app.lookback.contract.ManuscriptEvent.ManuscriptStarted;
import app.lookback.contract.ManuscriptEvent.SourceEdited;
import app.lookback.contract.MarkEvent.LabelRemoved;
import app.lookback.contract.MarkEvent.LabelRenamed;
import app.lookback.contract.MarkEvent.RevisionLabelled;
import app.lookback.contract.MarkEvent.RevisionRestored;
import app.lookback.contract.MarkEvent.SourceImported;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostEvent.AccessTakenBack;
import app.lookback.contract.PostEvent.AuthorAdmitted;
import app.lookback.contract.PostEvent.EditionPublished;
import app.lookback.contract.PostEvent.FilePlaced;
import app.lookback.contract.PostEvent.HistoryClosed;
import app.lookback.contract.PostEvent.HistoryOpened;
import app.lookback.contract.PostEvent.ImageAdded;
import app.lookback.contract.PostEvent.ImageRemoved;
import app.lookback.contract.PostEvent.ImageScaled;
import app.lookback.contract.PostEvent.PostCreated;
import app.lookback.contract.PostEvent.PostDeleted;
import app.lookback.contract.PostEvent.PostMoved;
import app.lookback.contract.PostEvent.PostRestored;
import app.lookback.contract.PostEvent.PostWithdrawn;
import app.lookback.contract.PostEvent.PublicationScheduled;
import app.lookback.contract.PostEvent.PublicationUnscheduled;
import app.lookback.contract.PostEvent.ReviewerAdmitted;
import app.lookback.contract.PostEvent.RoleChanged;
import app.lookback.contract.PostId;
import app.lookback.contract.Role;
import app.lookback.contract.SiteFileEvent.FileKept;
import app.lookback.contract.SiteFileEvent.FileRemoved;
import app.lookback.contract.Update;
import app.lookback.text.ChangeSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An event that was ever written stays readable: each file in {@code approved} is such an event, never edited. */
class StoredEventsTest {

    private static final PostId POST = new PostId("abcdefgh234567aa");
    private static final PersonId ADA = new PersonId("6f1c2f0e-3f5d-4a55-9a53-0d9f4f3b9f11");
    private static final PersonId BEN = new PersonId("0b6e6c1e-58b4-4b39-8f0c-6ad0a2a6e0de");
    private static final Instant AT = Instant.parse("2026-05-04T03:02:01.123Z");

    private final LogSerializer serializer = new LogSerializer();

    static Stream<Object> events() {
        return Stream.of(
                new ManuscriptStarted(POST, AT),
                new SourceEdited(
                        POST,
                        7,
                        ADA,
                        "5d2f2a52-9d86-4b7a-8f4e-b7a5a1c0d001",
                        3,
                        ChangeSet.parse("[4,[2,\"季節\",\"\"],10]"),
                        AT),
                new PostCreated(POST, "/posts/look-back/", ADA, new FileForm(true, FileForm.LineEnd.CRLF), AT),
                new PostMoved(POST, "/posts/look-back-2/", ADA, AT),
                new FilePlaced(POST, "content/posts/look-back.md", ADA, AT),
                new AuthorAdmitted(POST, BEN, ADA, AT),
                new ReviewerAdmitted(POST, BEN, ADA, AT),
                new RoleChanged(POST, BEN, Role.OWNER, ADA, AT),
                new AccessTakenBack(POST, BEN, ADA, AT),
                new ImageAdded(POST, "/images/cover.png", "ab".repeat(32), "image/png", 1234, BEN, AT),
                new ImageScaled(POST, "/images/cover-2.webp", "/images/cover.png", BEN, AT),
                new ImageRemoved(POST, "/images/cover.png", BEN, AT),
                new EditionPublished(POST, 2, 7, ADA, AT),
                new RevisionLabelled(POST, 3, 7, "Before the second viewing", BEN, AT),
                new LabelRenamed(POST, 3, "After the second viewing", ADA, AT),
                new LabelRemoved(POST, 3, BEN, AT),
                new RevisionRestored(POST, 4, 9, true, ADA, AT),
                new SourceImported(POST, 1, "look-back.md", ADA, AT),
                new PublicationScheduled(POST, 7, AT.plusSeconds(3600), ADA, AT, null),
                new PublicationUnscheduled(POST, ADA, AT),
                new PostWithdrawn(POST, ADA, AT),
                new HistoryOpened(POST, BEN, AT),
                new HistoryClosed(POST, ADA, AT),
                new PostDeleted(POST, ADA, AT),
                new PostRestored(POST, BEN, AT),
                new FileKept("static/images/cover.png", "ab".repeat(32), "image/png", 1234, ADA, AT),
                new FileRemoved("static/images/cover.png", ADA, AT),
                new AddressClaimed("/posts/look-back/", POST, AT));
    }

    @ParameterizedTest
    @MethodSource("events")
    void is_written_as_its_approved_file(Object event) throws IOException {
        var written = serializer.serialize(event, byte[].class);

        assertThat(written.getData()).isEqualTo(approved(written.getType()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void is_read_back_from_its_approved_file(Object event) throws IOException {
        assertThat(read(serializer.typeForClass(event.getClass()))).isEqualTo(event);
    }

    @Test
    void an_edit_of_the_first_version_is_read_back() throws IOException {
        var first = new SimpleSerializedType(EventName.SOURCE_EDITED.text(), "1");

        assertThat(events()).contains(read(first));
    }

    @Test
    void an_edition_that_updates_another_is_read_back_with_what_was_said_of_it() {
        var edition =
                new EditionPublished(POST, 2, 7, ADA, AT, new Update(Update.Kind.CORRECTION, "The film is of 1926."));
        var written = serializer.serialize(edition, byte[].class);

        assertThat(new String(written.getData(), StandardCharsets.UTF_8))
                .contains("\"update\":{\"kind\":\"correction\",\"note\":\"The film is of 1926.\"}");
        assertThat(serializer.<byte[], Object>deserialize(written)).isEqualTo(edition);
    }

    @Test
    void an_edit_that_is_no_edit_is_refused_as_unreadable() {
        var edit = serializer.typeForClass(SourceEdited.class);

        for (var bytes : List.of("", "{}", "\u0087")) {
            assertThatThrownBy(() -> serializer.deserialize(new SimpleSerializedObject<>(
                            bytes.getBytes(StandardCharsets.ISO_8859_1), byte[].class, edit)))
                    .isInstanceOf(SerializationException.class);
        }
    }

    @Test
    void an_edit_of_one_letter_takes_little_room() {
        var typing = new SourceEdited(
                POST,
                250_000,
                ADA,
                "5d2f2a52-9d86-4b7a-8f4e-b7a5a1c0d001",
                250_000,
                ChangeSet.replace(100_000, 50_000, 50_000, "a"),
                AT);

        assertThat(serializer.serialize(typing, byte[].class).getData()).hasSizeLessThan(110);
    }

    @Test
    void every_event_has_a_name_and_an_approved_file() {
        assertThat(events().map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(EventName.values()).map(EventName::type).toList());
    }

    private Object read(SerializedType type) throws IOException {
        return serializer.deserialize(new SimpleSerializedObject<>(approved(type), byte[].class, type));
    }

    private byte[] approved(SerializedType type) throws IOException {
        var file = type.getName() + "." + type.getRevision();
        try (var json = getClass().getResourceAsStream("/approved/" + file + ".json");
                var cbor = getClass().getResourceAsStream("/approved/" + file + ".cbor")) {
            if (cbor != null) {
                return cbor.readAllBytes();
            }
            assertThat(json).as("approved/" + file).isNotNull();
            return new String(json.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .getBytes(StandardCharsets.UTF_8);
        }
    }
}
