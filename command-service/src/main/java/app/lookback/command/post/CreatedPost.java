package app.lookback.command.post;

import app.lookback.contract.PostId;

/** A post that now exists, and where. */
public record CreatedPost(PostId post, String path) {}
