package app.lookback.query.rendering;

import java.util.Map;

/**
 * What all parts of one source share while it is rendered.
 *
 * @param params the values of its front matter, by their lower-case keys
 * @param forReaders whether what only its authors need is left out
 * @param rawHtml whether harmless raw HTML is kept
 */
record Rendering(
        Map<String, String> params,
        StandIns standIns,
        Patience patience,
        Sanitized sanitized,
        Contents contents,
        PathLinks links,
        Formulas formulas,
        boolean forReaders,
        boolean rawHtml) {

    String sanitized(String html) {
        return sanitized.of(html);
    }
}
