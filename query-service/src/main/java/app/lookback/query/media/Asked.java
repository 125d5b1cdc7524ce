package app.lookback.query.media;

import app.lookback.query.media.Media.Image;
import app.lookback.query.platform.Plain;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** Which images are asked for: those with all words in their name or alternative text, and from which one on. */
record Asked(List<String> words, boolean unused, String after, int limit) {

    private static final int LONGEST = 200;
    private static final int MOST = 200;

    static Asked of(String q, boolean unused, String after, String limit) {
        if (q.length() > LONGEST) {
            throw refusal("A search has at most %d characters; this one has %d.".formatted(LONGEST, q.length()));
        }
        if (!limit.matches("[1-9][0-9]{0,2}") || Integer.parseInt(limit) > MOST) {
            throw refusal("The limit is a number from 1 to %d.".formatted(MOST));
        }
        var words = Stream.of(Plain.text(q).split("\\s+")).filter(word -> !word.isEmpty());
        return new Asked(words.toList(), unused, after, Integer.parseInt(limit));
    }

    private static ErrorResponseException refusal(String sentence) {
        var refusal = new ErrorResponseException(HttpStatus.BAD_REQUEST);
        refusal.setDetail(sentence);
        return refusal;
    }

    boolean finds(Image image, Album album) {
        return !(unused && album.isUsed(image)) && hasAllWords(image, album);
    }

    private boolean hasAllWords(Image image, Album album) {
        if (words.isEmpty()) {
            return true;
        }
        var name = image.path().substring(image.path().lastIndexOf('/') + 1);
        var all = Plain.text(name + "\n" + String.join("\n", album.alts(image)));
        return words.stream().allMatch(all::contains);
    }

    /** Begins again where the image behind which the page begins is gone. */
    List<Image> page(List<Image> found) {
        int last = IntStream.range(0, found.size())
                .filter(n -> found.get(n).path().equals(after))
                .findFirst()
                .orElse(-1);
        return found.stream().skip(last + 1L).limit(limit).toList();
    }
}
