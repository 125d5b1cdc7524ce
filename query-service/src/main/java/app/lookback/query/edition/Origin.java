package app.lookback.query.edition;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * From where readers come to a page.
 *
 * @param site the beginning of every address of the site, without a slash at its end
 * @param drawsCards whether each edition has a picture of itself, to be shown elsewhere
 */
public record Origin(String site, boolean drawsCards) {

    /** The absolute address of what is at this path. */
    public String to(String path) {
        return site + UriComponentsBuilder.fromPath(path).encode().build().toUriString();
    }
}
