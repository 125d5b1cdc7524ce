package app.lookback.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;

/** Names a post for ever, whatever its path becomes: 16 characters of a to z and 2 to 7 (80 random bits). */
public record PostId(@JsonValue String value) {

    private static final int LENGTH = 16;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Throws IllegalArgumentException when the value is not of the form above. */
    @JsonCreator
    public PostId {
        if (value.length() != LENGTH || !value.chars().allMatch(PostId::isLetter)) {
            throw new IllegalArgumentException("A post's id has 16 characters of a to z and 2 to 7.");
        }
    }

    private static boolean isLetter(int letter) {
        return letter >= 'a' && letter <= 'z' || letter >= '2' && letter <= '7';
    }

    public static PostId random() {
        var id = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            id.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return new PostId(id.toString());
    }

    /** The aggregate identifier of this post's manuscript in the log. */
    public String manuscript() {
        return "m:" + value;
    }

    /** The aggregate identifier in the log of what people mark in this post's history. */
    public String marks() {
        return "h:" + value;
    }

    /** The post whose manuscript has this aggregate identifier. */
    public static PostId ofManuscript(String aggregate) {
        if (!aggregate.startsWith("m:")) {
            throw new IllegalArgumentException("A manuscript's identifier starts with m:");
        }
        return new PostId(aggregate.substring(2));
    }

    @Override
    public String toString() {
        return value;
    }
}
