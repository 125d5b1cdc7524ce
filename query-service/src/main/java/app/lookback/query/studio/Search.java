package app.lookback.query.studio;

import app.lookback.query.people.Person;
import app.lookback.query.platform.Plain;
import app.lookback.query.studio.LibraryRoute.Post;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** What is looked for in the library: posts that have all words somewhere in title, path, tags or authors. */
record Search(List<String> words) {

    static final int LONGEST = 200;
    static final int MOST = 2000;

    static Search of(String asked) {
        if (asked.length() > LONGEST) {
            throw refusal("A search has at most %d characters; this one has %d.".formatted(LONGEST, asked.length()));
        }
        return new Search(Stream.of(Plain.text(asked).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    /** How many posts are asked for at once. */
    static int limit(String asked) {
        if (asked.matches("[1-9][0-9]{0,3}") && Integer.parseInt(asked) <= MOST) {
            return Integer.parseInt(asked);
        }
        throw refusal("The limit is a number from 1 to %d.".formatted(MOST));
    }

    private static ErrorResponseException refusal(String sentence) {
        var refusal = new ErrorResponseException(HttpStatus.BAD_REQUEST);
        refusal.setDetail(sentence);
        return refusal;
    }

    boolean finds(Post post) {
        if (words.isEmpty()) {
            return true;
        }
        var names = post.authors().stream().map(Person::name);
        var all = Plain.text(Stream.of(Stream.of(post.title(), post.path()), post.tags().stream(), names)
                .flatMap(part -> part)
                .collect(Collectors.joining("\n")));
        return words.stream().allMatch(all::contains);
    }
}
