package app.lookback.query.platform;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** What was asked for cannot be, whatever the post holds; the sentence says what can. */
public final class OutOfBounds {

    private OutOfBounds() {}

    public static ErrorResponseException because(String sentence) {
        var refusal = new ErrorResponseException(HttpStatus.BAD_REQUEST);
        refusal.setDetail(sentence);
        refusal.getBody().setProperty("code", "out-of-bounds");
        return refusal;
    }
}
