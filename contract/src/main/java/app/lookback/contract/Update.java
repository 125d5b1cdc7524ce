package app.lookback.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How an edition differs from the one before it, as its authors say.
 *
 * @param note a sentence for readers; may be empty
 */
public record Update(Kind kind, String note) {

    public enum Kind {
        @JsonProperty("typo")
        TYPO,
        @JsonProperty("correction")
        CORRECTION,
        @JsonProperty("substantive")
        SUBSTANTIVE,
        @JsonProperty("retraction")
        RETRACTION
    }
}
