package app.lookback.stories.faults;

import app.lookback.stories.Person;
import app.lookback.stories.faults.Wire.Pass;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The people, their posts, and an editor for each person in each post. */
final class Authors {

    private static final String PASSWORD = "a sentence to keep in mind";

    private final Cluster cluster;
    private final List<Person> people = new ArrayList<>();
    private final List<String> posts = new ArrayList<>();
    private final List<Editor> editors = new ArrayList<>();

    private Authors(Cluster cluster) {
        this.cluster = cluster;
    }

    static Authors come(Cluster cluster, int people, int posts) {
        var authors = new Authors(cluster);
        authors.setUp(posts);
        for (int i = 1; i < people; i++) {
            authors.join("Author " + i);
        }
        return authors;
    }

    private void setUp(int count) {
        var link = cluster.both.says("/studio/setup#\\S+");
        var ada = new Person(cluster.both.site().toString());
        ada.does(
                "/api/setup",
                Map.of("token", link.substring(link.indexOf('#') + 1), "name", "Ada", "password", PASSWORD));
        people.add(ada);
        for (int i = 0; i < count; i++) {
            posts.add(ada.does("/api/posts", Map.of("title", "Post " + i))
                    .path("post")
                    .asString());
        }
    }

    private void join(String name) {
        var author = new Person(cluster.both.site().toString());
        for (var post : posts) {
            var token = people.get(0)
                    .does("/api/posts/" + post + "/invitations", Map.of("role", "author"))
                    .path("token")
                    .asString();
            if (post.equals(posts.get(0))) {
                author.does("/api/invitations/" + token + "/account", Map.of("name", name, "password", PASSWORD));
            } else {
                author.does("/api/invitations/" + token + "/acceptance", Map.of());
            }
        }
        people.add(author);
    }

    /** Each begins with the post as it is now. */
    List<Editor> open(History history, Loop loop, long seed) {
        var http = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(2))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        for (var post : posts) {
            for (var person : people) {
                var draft = person.read("/api/posts/" + post);
                var replica = new Replica(
                        UUID.randomUUID().toString(),
                        draft.path("revision").asLong(),
                        draft.path("source").asString());
                var pass = new Pass(person.cookieHeader(), person.cookie("XSRF-TOKEN"));
                int number = editors.size();
                editors.add(new Editor(
                        number,
                        post,
                        replica,
                        cluster.nodes(),
                        new Wire(http, pass, post, loop),
                        history,
                        loop,
                        seed + number));
            }
        }
        return editors;
    }

    List<String> posts() {
        return posts;
    }

    Person anyone() {
        return people.get(0);
    }
}
