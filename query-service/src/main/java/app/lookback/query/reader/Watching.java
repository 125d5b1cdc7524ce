package app.lookback.query.reader;

import static java.util.stream.Collectors.joining;

import app.lookback.contract.PostId;
import app.lookback.query.edition.Day;
import app.lookback.query.edition.Edition;
import app.lookback.query.edition.Editions;
import app.lookback.query.edition.Leaf;
import app.lookback.query.history.Revision;
import app.lookback.query.history.Revisions;
import app.lookback.query.history.Step;
import app.lookback.query.people.People;
import app.lookback.query.people.Person;
import app.lookback.query.platform.Blog;
import app.lookback.query.platform.Template;
import app.lookback.query.rendering.Renderer;
import app.lookback.query.theme.Theme;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** For readers, where the authors allow it: how a post was written up to its newest edition, a session at a time. */
@Component
class Watching {

    private static final Template TEMPLATE = Template.beside(Watching.class, "history.mustache");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);
    private static final int MOST_STEPS = 300;
    private static final int KEPT = 300;
    private static final long MOST_UNITS = 4_000_000;

    private record Upto(PostId post, long revision) {}

    private record Drawn(String title, String html) {}

    private record Values(
            String blog,
            String language,
            String direction,
            String title,
            String href,
            String steps,
            int step,
            int of,
            long revision,
            long newest,
            String authors,
            String at,
            String atInWords,
            boolean hasBefore,
            long first,
            long before,
            boolean hasNext,
            long next,
            long last,
            String heading,
            boolean isEmpty,
            String html) {}

    private final Editions editions;
    private final Revisions revisions;
    private final People people;
    private final Renderer renderer;
    private final MissingPage missing;
    private final Blog blog;
    private final Theme theme;

    /** What was written before an edition does not change while it is the newest. */
    private final Recent<Upto, List<Step>> steps = new Recent<>(KEPT, MOST_STEPS * KEPT, List::size);

    private final Recent<String, Drawn> drawn =
            new Recent<>(KEPT, MOST_UNITS, step -> step.html().length());

    Watching(
            Editions editions,
            Revisions revisions,
            People people,
            Renderer renderer,
            MissingPage missing,
            Blog blog,
            Theme theme) {
        this.theme = theme;
        this.editions = editions;
        this.revisions = revisions;
        this.people = people;
        this.renderer = renderer;
        this.missing = missing;
        this.blog = blog;
    }

    /** The page at the step to which this revision belongs, at the first where none is named; empty where there is none such. */
    Optional<ResponseEntity<byte[]>> page(String path, @Nullable String revision) {
        var live = editions.watched(path);
        if (live.isEmpty()) {
            return Optional.empty();
        }
        long newest = live.get().revision();
        if (revisions.newest(live.get().post()) < newest) {
            return Optional.of(missing.forNow());
        }
        return wanted(revision, newest).map(wanted -> Page.newest(page(live.get(), wanted)));
    }

    private static Optional<Long> wanted(@Nullable String revision, long newest) {
        if (revision == null) {
            return Optional.of(1L);
        }
        return Optional.of(revision)
                .filter(number -> number.matches("[1-9][0-9]{0,11}"))
                .map(Long::valueOf)
                .filter(number -> number <= newest);
    }

    private Leaf page(Edition live, long wanted) {
        var all = steps.get(
                new Upto(live.post(), live.revision()),
                upto -> Step.of(revisions.sessions(upto.post()), upto.revision(), MOST_STEPS));
        int at = 0;
        while (at + 1 < all.size() && all.get(at + 1).revision() <= wanted) {
            at++;
        }
        return new Leaf(theme.fill(TEMPLATE, values(live, all, at)), theme.changed(live.at()));
    }

    private Values values(Edition live, List<Step> all, int at) {
        var step = all.get(at);
        var drawn = drawn(live, step.revision());
        var when =
                revisions.find(live.post(), step.revision()).map(Revision::at).orElseThrow();
        boolean hasNext = at + 1 < all.size();
        return new Values(
                blog.title(),
                live.card().language(),
                live.card().direction(),
                live.card().title(),
                live.path(),
                all.stream().map(one -> String.valueOf(one.revision())).collect(joining(" ")),
                at + 1,
                all.size(),
                step.revision(),
                live.revision(),
                people.named(step.authors()).stream().map(Person::name).collect(joining(", ")),
                when.toString(),
                inWords(when, live.card().language()),
                at > 0,
                all.get(0).revision(),
                at > 0 ? all.get(at - 1).revision() : 0,
                hasNext,
                hasNext ? all.get(at + 1).revision() : 0,
                all.get(all.size() - 1).revision(),
                drawn.title(),
                drawn.html().isBlank(),
                drawn.html());
    }

    private static String inWords(Instant at, String language) {
        var day = at.atZone(ZoneOffset.UTC).toLocalDate().toString();
        return "%s, %s UTC".formatted(Day.inWords(day, language), MINUTE.format(at));
    }

    private Drawn drawn(Edition live, long revision) {
        return drawn.get(live.id() + "/" + revision, key -> {
            var rendered =
                    renderer.forReaders(revisions.source(live.post(), revision).orElseThrow());
            return new Drawn(rendered.frontMatter().heading(), editions.withoutUnshown(live.post(), rendered.html()));
        });
    }
}
