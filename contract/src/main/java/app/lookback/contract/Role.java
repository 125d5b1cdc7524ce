package app.lookback.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a person may do with a post. Owners are authors who also decide who else is one; reviewers read the draft. */
public enum Role {
    @JsonProperty("owner")
    OWNER,
    @JsonProperty("author")
    AUTHOR,
    @JsonProperty("reviewer")
    REVIEWER
}
