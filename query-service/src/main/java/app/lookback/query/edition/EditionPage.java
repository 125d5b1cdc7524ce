package app.lookback.query.edition;

import app.lookback.query.edition.Editions.Made;
import app.lookback.query.platform.Blog;
import app.lookback.query.platform.Licence;
import app.lookback.query.platform.Template;
import app.lookback.query.theme.Theme;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The reader's page of an edition. */
@Component
class EditionPage {

    private static final Template TEMPLATE = Template.beside(EditionPage.class, "edition.mustache");

    /** That of the sentences which the page says of itself. */
    private static final String ENGLISH = "en";

    private record Other(
            int edition,
            String at,
            String atInWords,
            @Nullable Told told,
            boolean hasBefore,
            int before) {}

    /** The terms of a taxonomy. */
    private record Group(String title, String all, List<Term> terms) {}

    private record Date(String at, String inWords) {}

    private record Values(
            String blog,
            boolean numbered,
            Card card,
            boolean hasSummary,
            boolean hasTags,
            List<Group> groups,
            boolean watched,
            String href,
            Shared shared,
            String html,
            boolean hasContents,
            String contents,
            int edition,
            String at,
            String atInWords,
            @Nullable Told told,
            @Nullable Told retraction,
            int newest,
            boolean isOlder,
            boolean hasOthers,
            List<Other> others,
            @Nullable Verdict verdict,
            String data,
            @Nullable Date updated,
            @Nullable Licence licence,
            @Nullable Place place,
            boolean hasRelated,
            List<Item> related) {}

    /** What else the page shows of the post's terms, it shows elsewhere. */
    private static final List<Taxonomy> SHOWN_ELSEWHERE = List.of(Taxonomy.TAGS, Taxonomy.SERIES, Taxonomy.AUTHORS);

    private final Blog blog;
    private final Theme theme;
    private final Taxonomies taxonomies;

    EditionPage(Blog blog, Theme theme, Taxonomies taxonomies) {
        this.taxonomies = taxonomies;
        this.theme = theme;
        this.blog = blog;
    }

    /** The page at the edition's own address; {@code all} counts this one too. */
    String numbered(Edition edition, List<Made> all, Origin from) {
        return fill(edition, true, all, Beside.NOTHING, from);
    }

    /** The page at the post's address while this is the newest edition; {@code all} counts this one too. */
    String newest(Edition edition, List<Made> all, Beside beside, Origin from) {
        return fill(edition, false, all, beside, from);
    }

    Leaf leaf(String html, Instant changed) {
        return new Leaf(html, theme.changed(changed));
    }

    private static Other other(Made made) {
        var day = day(made.at());
        return new Other(
                made.edition(),
                day,
                Day.inWords(day, ENGLISH),
                Told.of(made.update()),
                made.edition() > 1,
                made.edition() - 1);
    }

    /** Since when it reads as it does, where that is another day than the one it is of. */
    private static @Nullable Date updated(Edition edition, List<Made> all) {
        var day = day(edition.at());
        boolean isFirst = all.get(all.size() - 1).edition() == edition.edition();
        return isFirst || day.equals(edition.card().date())
                ? null
                : new Date(day, Day.inWords(day, edition.card().language()));
    }

    private List<Group> groups(Card card) {
        return taxonomies.all().stream()
                .filter(taxonomy -> !SHOWN_ELSEWHERE.contains(taxonomy))
                .map(taxonomy -> new Group(taxonomy.title(), taxonomy.path(), card.terms(taxonomy)))
                .filter(group -> !group.terms().isEmpty())
                .toList();
    }

    private static String day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    private String fill(Edition e, boolean numbered, List<Made> all, Beside beside, Origin from) {
        var published = day(e.at());
        var told = Told.of(e.update());
        var shared = Shared.of(e, numbered, from);
        return theme.fill(
                TEMPLATE,
                new Values(
                        blog.title(),
                        numbered,
                        e.card(),
                        !e.card().summary().isEmpty(),
                        !e.card().tags().isEmpty(),
                        groups(e.card()),
                        beside.watched(),
                        e.path(),
                        shared,
                        e.html(),
                        !e.contents().isEmpty(),
                        e.contents(),
                        e.edition(),
                        published,
                        Day.inWords(published, ENGLISH),
                        told,
                        told != null && told.retracted() ? told : null,
                        all.get(0).edition(),
                        e.edition() < all.get(0).edition(),
                        all.size() > 1,
                        all.stream().map(EditionPage::other).toList(),
                        Verdict.over(all, e.edition()),
                        StructuredData.of(e, all, shared, blog, from),
                        updated(e, all),
                        e.card().licence() == null
                                ? blog.licence()
                                : Licence.of(e.card().licence()),
                        beside.place() == null || !beside.place().hasOthers() ? null : beside.place(),
                        !beside.related().isEmpty(),
                        beside.related().stream().map(Item::of).toList()));
    }
}
