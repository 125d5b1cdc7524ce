package app.lookback.query.reader;

import app.lookback.query.edition.Edition;
import app.lookback.query.edition.Editions;
import app.lookback.query.platform.Hash;
import app.lookback.query.sharing.CardImages;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The picture of each edition, with which links to it are shown elsewhere. */
@Component
class CardPages {

    private static final Pattern CARD = Pattern.compile("(/.+/)editions/([1-9][0-9]{0,8})\\.png");
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final String SECONDS = "5";

    private final PostPages posts;
    private final Editions editions;
    private final CardImages images;

    CardPages(PostPages posts, Editions editions, CardImages images) {
        this.posts = posts;
        this.editions = editions;
        this.images = images;
    }

    boolean canBeDrawn() {
        return images.canBeDrawn();
    }

    /** The picture at this address, for as long as readers find its post. */
    Optional<ResponseEntity<byte[]>> at(String address) {
        var card = CARD.matcher(address);
        return card.matches() ? at(card.group(1), Integer.parseInt(card.group(2))) : Optional.empty();
    }

    private Optional<ResponseEntity<byte[]>> at(String post, int edition) {
        return posts.gone(post).or(() -> editions.edition(post, edition).flatMap(this::picture));
    }

    private Optional<ResponseEntity<byte[]>> picture(Edition edition) {
        try {
            return images.of(edition)
                    .map(bytes -> ResponseEntity.ok()
                            .contentType(MediaType.IMAGE_PNG)
                            .cacheControl(FOR_EVER)
                            .eTag("\"" + Hash.sha256(bytes) + "\"")
                            .lastModified(edition.at())
                            .body(bytes));
        } catch (CardImages.Busy busy) {
            return Optional.of(ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, SECONDS)
                    .cacheControl(CacheControl.noStore())
                    .build());
        }
    }
}
