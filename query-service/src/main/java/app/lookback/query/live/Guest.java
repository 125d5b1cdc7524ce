package app.lookback.query.live;

import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;

/** Who was let in at the handshake, where, and by which sign-in session. */
record Guest(PostId post, PersonId person, String name, String session) {}
