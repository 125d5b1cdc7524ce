package app.lookback.command.post;

import app.lookback.command.address.PostPath;
import app.lookback.command.manuscript.EditSource;
import app.lookback.contract.FileForm;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import java.time.Instant;
import java.util.List;

/** A post shall begin with these edits, at the path or the free one nearest to it. Answers its path. */
public record BeginPost(
        PostId post, PostPath path, PersonId author, FileForm form, List<EditSource> edits, Instant at) {}
