package app.lookback.query.library;

import app.lookback.query.people.People;
import java.util.List;
import org.springframework.stereotype.Component;

/** A post's people by their names and roles. */
@Component
public class Members {

    private final People people;

    Members(People people) {
        this.people = people;
    }

    public List<Member> of(Shelved post) {
        return people.named(post.people()).stream()
                .map(person -> new Member(person.id(), person.name(), post.role(person.id())))
                .toList();
    }
}
