package app.lookback.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names a person in events; the person's name itself is kept beside the log, so that it can be changed or erased. */
public record PersonId(@JsonValue String value) {

    /** Throws IllegalArgumentException when the value is not a UUID in lower case. */
    @JsonCreator
    public PersonId {
        if (!UUID.fromString(value).toString().equals(value)) {
            throw new IllegalArgumentException("A person's id is a UUID in lower case.");
        }
    }

    public static PersonId random() {
        return new PersonId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
