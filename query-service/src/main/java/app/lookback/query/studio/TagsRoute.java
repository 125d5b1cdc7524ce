package app.lookback.query.studio;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import app.lookback.contract.PersonId;
import app.lookback.query.draft.Drafts;
import app.lookback.query.library.Library;
import app.lookback.query.library.Shelved;
import java.security.Principal;
import java.util.Comparator;
import java.util.List;
import java.util.Map.Entry;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The tags of all posts that the signed-in person was let into, so that the next post is tagged alike. */
@RestController
class TagsRoute {

    private static final int MOST = 500;

    private final Library library;
    private final Drafts drafts;

    TagsRoute(Library library, Drafts drafts) {
        this.library = library;
        this.drafts = drafts;
    }

    /** @param tags those of most posts first */
    record Answer(List<String> tags) {}

    @GetMapping("/api/tags")
    Answer tags(Principal who) {
        var posts = library.of(new PersonId(who.getName())).stream()
                .map(Shelved::post)
                .toList();
        var counts = drafts.standing(posts).values().stream()
                .map(standing -> standing.tags())
                .filter(Objects::nonNull)
                .flatMap(tags -> tags.stream().distinct())
                .collect(groupingBy(tag -> tag, counting()));
        return new Answer(counts.entrySet().stream()
                .sorted(Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Entry.comparingByKey()))
                .limit(MOST)
                .map(Entry::getKey)
                .toList());
    }
}
