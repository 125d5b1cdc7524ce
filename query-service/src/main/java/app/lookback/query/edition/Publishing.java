package app.lookback.query.edition;

import app.lookback.contract.PostEvent.EditionPublished;
import app.lookback.contract.PostEvent.HistoryClosed;
import app.lookback.contract.PostEvent.HistoryOpened;
import app.lookback.contract.PostEvent.PostDeleted;
import app.lookback.contract.PostEvent.PostMoved;
import app.lookback.contract.PostEvent.PostRestored;
import app.lookback.contract.PostEvent.PostWithdrawn;
import app.lookback.hugo.FrontMatter;
import app.lookback.hugo.HugoPage;
import app.lookback.query.edition.Published.Deletion;
import app.lookback.query.edition.Published.Opening;
import app.lookback.query.history.Revisions;
import app.lookback.query.library.Library;
import app.lookback.query.library.Shelved;
import app.lookback.query.people.People;
import app.lookback.query.people.Person;
import app.lookback.query.rendering.Posts;
import app.lookback.query.rendering.Rendered;
import app.lookback.query.rendering.Renderer;
import app.lookback.query.rendering.SiteTemplates;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Renders each edition once, when its publication is heard of, and never again. */
@Component
@ProcessingGroup("editions")
class Publishing {

    private static final int ISO_DAY = "2026-05-04".length();

    private final Editions editions;
    private final Library library;
    private final Revisions revisions;
    private final People people;
    private final Renderer renderer;
    private final SiteTemplates templates;

    Publishing(
            Editions editions,
            Library library,
            Revisions revisions,
            People people,
            Renderer renderer,
            SiteTemplates templates) {
        this.editions = editions;
        this.library = library;
        this.revisions = revisions;
        this.people = people;
        this.renderer = renderer;
        this.templates = templates;
    }

    @EventHandler
    void on(EditionPublished event, @SequenceNumber long number, @Timestamp Instant when) {
        var shelved = library.asOf(event.post(), number + 1);
        var before = editions.published(event.post());
        if (before == null || before.newest() < event.edition()) {
            var source = revisions
                    .source(event.post(), event.revision())
                    .orElseThrow(() -> new IllegalStateException("A published revision is in the log: " + event));
            Posts posts = file -> library.address(file, when);
            var rendered = renderer.forReaders(source, posts, templates.asOf(when));
            var edition =
                    edition(event, shelved, rendered, renderer.summary(source, rendered, posts, templates.asOf(when)));
            editions.publish(edition, number, before);
        }
    }

    @EventHandler
    void on(PostMoved event, @SequenceNumber long number) {
        editions.move(event.post(), event.path(), number);
    }

    @EventHandler
    void on(PostWithdrawn event, @SequenceNumber long number) {
        var shelved = library.asOf(event.post(), number + 1);
        editions.withdraw(event.post(), shelved.editions().size());
    }

    @EventHandler
    void on(PostDeleted event, @SequenceNumber long number) {
        editions.delete(event.post(), new Deletion(number, true));
    }

    @EventHandler
    void on(PostRestored event, @SequenceNumber long number) {
        editions.delete(event.post(), new Deletion(number, false));
    }

    @EventHandler
    void on(HistoryOpened event, @SequenceNumber long number) {
        editions.open(event.post(), new Opening(number, true));
    }

    @EventHandler
    void on(HistoryClosed event, @SequenceNumber long number) {
        editions.open(event.post(), new Opening(number, false));
    }

    @ResetHandler
    void reset() {
        editions.clear();
    }

    private Edition edition(EditionPublished published, Shelved shelved, Rendered rendered, String summary) {
        var card = card(published, shelved, rendered, summary);
        var images = Stream.concat(Images.in(rendered.html()).stream(), Stream.ofNullable(card.cover()));
        return new Edition(
                Edition.id(published.post(), published.edition()),
                published.post(),
                shelved.path(),
                published.edition(),
                published.revision(),
                published.by(),
                published.at(),
                card,
                published.update(),
                rendered.html(),
                rendered.contents(),
                images.distinct().toList());
    }

    private Card card(EditionPublished published, Shelved shelved, Rendered rendered, String summary) {
        var facts = rendered.frontMatter();
        return new Card(
                language(facts),
                facts.heading(),
                facts.params().getOrDefault("description", summary),
                day(facts, published),
                people.named(shelved.authors()).stream().map(Person::name).toList(),
                facts.tags(),
                facts.categories(),
                facts.series(),
                facts.names(),
                HugoPage.aliases(facts, shelved.path()),
                ReadingTime.minutes(rendered.html()),
                Rating.of(facts.params()),
                cover(facts),
                facts.params().getOrDefault("license", facts.params().get("licence")));
    }

    /** Only images of ours: no page asks others for anything. */
    private static @Nullable String cover(FrontMatter facts) {
        var cover = facts.params().getOrDefault("cover", facts.params().getOrDefault("image", ""));
        return cover.startsWith("/images/") ? cover : null;
    }

    /** As the front matter says it, where that is a language; a post that does not say is taken for English. */
    private static String language(FrontMatter facts) {
        var tag = Locale.forLanguageTag(facts.params().getOrDefault("lang", "")).toLanguageTag();
        return tag.equals("und") ? "en" : tag;
    }

    private static String day(FrontMatter facts, EditionPublished published) {
        return facts.date() == null
                ? published.at().atZone(ZoneOffset.UTC).toLocalDate().toString()
                : facts.date().substring(0, ISO_DAY);
    }
}
