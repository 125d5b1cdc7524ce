package app.lookback.query.rendering;

import app.lookback.hugo.FrontMatter;
import java.util.Map;

/**
 * What all parts of one source share while it is rendered.
 *
 * @param forReaders whether what only its authors need is left out
 * @param rawHtml whether harmless raw HTML is kept
 */
record Rendering(
        FrontMatter frontMatter,
        StandIns standIns,
        Patience patience,
        Sanitized sanitized,
        Sanitized sanitizedTemplates,
        Contents contents,
        PathLinks links,
        Formulas formulas,
        OwnShortcodes own,
        boolean forReaders,
        boolean rawHtml) {

    /** The values of its front matter, by their lower-case keys. */
    Map<String, String> params() {
        return frontMatter.params();
    }

    /** An administrator wrote it: what authors may write only where a site lets them is not strange in it. */
    String ofTemplate(String html) {
        return sanitizedTemplates.of(html);
    }

    String sanitized(String html) {
        return sanitized.of(html);
    }
}
