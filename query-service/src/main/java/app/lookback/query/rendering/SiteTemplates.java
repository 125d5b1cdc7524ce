package app.lookback.query.rendering;

import java.time.Instant;

/** The site's templates of now, for drafts, and of any time before, so that an edition can be made again as it was. */
public interface SiteTemplates {

    TemplateFiles now();

    TemplateFiles asOf(Instant then);
}
