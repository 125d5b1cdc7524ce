package app.lookback.command.sample;

import app.lookback.contract.PersonId;
import app.lookback.text.ChangeSet;
import java.util.UUID;

/** Someone at an editor: who they are, how far they have counted, and where their cursor stands. */
final class Typist {

    final PersonId person;
    final String client = UUID.randomUUID().toString();
    long sequence;
    int cursor;

    Typist(PersonId person) {
        this.person = person;
    }

    void sees(ChangeSet others) {
        cursor = others.mapPosition(cursor, -1);
    }
}
