package app.lookback.command.people;

import app.lookback.contract.PersonId;

/** A person with an account, as shown to that person. */
record Person(PersonId id, String name, boolean administrator) {}
