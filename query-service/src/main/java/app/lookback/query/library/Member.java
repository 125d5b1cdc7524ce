package app.lookback.query.library;

import app.lookback.contract.PersonId;
import app.lookback.contract.Role;

/** One of a post's people. */
public record Member(PersonId id, String name, Role role) {}
