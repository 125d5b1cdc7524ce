package app.lookback.command.manuscript;

import app.lookback.contract.PersonId;

/** What the manuscript knows of a client: whose it is, its first revision, and its newest submission's. */
record Writer(PersonId author, long firstRevision, long sequence, long revision) {

    Writer next(long nextRevision) {
        return new Writer(author, firstRevision, sequence + 1, nextRevision);
    }
}
