package app.lookback.query.people;

import app.lookback.contract.PersonId;

/** Someone by their id and by what they are called now. */
public record Person(PersonId id, String name) {}
