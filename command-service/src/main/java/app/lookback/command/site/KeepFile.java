package app.lookback.command.site;

import app.lookback.contract.PersonId;
import java.time.Instant;

/** The file with these bytes shall stand at this path of the site's folder. Answers whether that is new. */
public record KeepFile(String path, byte[] bytes, PersonId by, Instant at) {}
