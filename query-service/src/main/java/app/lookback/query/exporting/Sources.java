package app.lookback.query.exporting;

import app.lookback.contract.PostId;

/** What stood in a post at one of its revisions. */
@FunctionalInterface
interface Sources {

    String at(PostId post, long revision);
}
