package app.lookback.contract.log;

import static org.assertj.core.api.Assertions.assertThat;

import app.lookback.contract.AddressEvent.AddressClaimed;
import app.lookback.contract.FileForm;
import app.lookback.contract.ManuscriptEvent.ManuscriptStarted;
import app.lookback.contract.ManuscriptEvent.SourceEdited;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostEvent.AuthorAdmitted;
import app.lookback.contract.PostEvent.EditionPublished;
import app.lookback.contract.PostEvent.ImageAdded;
import app.lookback.contract.PostEvent.PostCreated;
import app.lookback.contract.PostEvent.PostMoved;
import app.lookback.contract.PostId;
import app.lookback.text.ChangeSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
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
                new AuthorAdmitted(POST, BEN, ADA, AT),
                new ImageAdded(POST, "/images/cover.png", "ab".repeat(32), "image/png", 1234, BEN, AT),
                new EditionPublished(POST, 2, 7, ADA, AT),
                new AddressClaimed("/posts/look-back/", POST, AT));
    }

    @ParameterizedTest
    @MethodSource("events")
    void is_written_as_its_approved_file(Object event) throws IOException {
        var written = serializer.serialize(event, String.class);
        var file = written.getType().getName() + "." + written.getType().getRevision() + ".json";

        assertThat(written.getData()).as(file).isEqualTo(approved(file));
    }

    @ParameterizedTest
    @MethodSource("events")
    void is_read_back_from_its_approved_file(Object event) throws IOException {
        var type = serializer.typeForClass(event.getClass());
        var json = approved(type.getName() + "." + type.getRevision() + ".json");

        Object read = serializer.deserialize(new SimpleSerializedObject<>(
                json, String.class, new SimpleSerializedType(type.getName(), type.getRevision())));

        assertThat(read).isEqualTo(event);
    }

    @Test
    void every_event_has_a_name_and_an_approved_file() {
        assertThat(events().map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(EventName.values()).map(EventName::type).toList());
    }

    private String approved(String file) throws IOException {
        try (var resource = getClass().getResourceAsStream("/approved/" + file)) {
            assertThat(resource).as("approved/" + file).isNotNull();
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
