package app.lookback.command.media;

import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import java.time.Instant;

/** The post shall have an image of these bytes, under a name like this one. Answers its path. */
public record KeepImage(PostId post, String name, byte[] bytes, PersonId by, Instant at) {}
