package app.lookback.query.edition;

import app.lookback.query.edition.Editions.Made;
import app.lookback.query.platform.Blog;
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

    private record Other(
            int edition,
            String at,
            String atInWords,
            @Nullable Told told,
            boolean hasBefore,
            int before) {}

    private record Values(
            String blog,
            boolean numbered,
            Card card,
            boolean hasSummary,
            boolean hasTags,
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
            boolean hasRelated,
            List<Item> related) {}

    private final Blog blog;
    private final Theme theme;

    EditionPage(Blog blog, Theme theme) {
        this.theme = theme;
        this.blog = blog;
    }

    /** The page at the edition's own address; {@code all} counts this one too. */
    String numbered(Edition edition, List<Made> all, Origin from) {
        return fill(edition, true, all, List.of(), false, from);
    }

    /** The page at the post's address while this is the newest edition; {@code all} counts this one too. */
    String newest(Edition edition, List<Made> all, List<Published> related, boolean watched, Origin from) {
        return fill(edition, false, all, related, watched, from);
    }

    Leaf leaf(String html, Instant changed) {
        return new Leaf(html, theme.changed(changed));
    }

    private static Other other(Made made, Edition newest) {
        var day = day(made.at());
        return new Other(
                made.edition(),
                day,
                Day.inWords(day, newest.card().language()),
                Told.of(made.update()),
                made.edition() > 1,
                made.edition() - 1);
    }

    private static String day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    private String fill(
            Edition e, boolean numbered, List<Made> all, List<Published> related, boolean watched, Origin from) {
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
                        watched,
                        e.path(),
                        shared,
                        e.html(),
                        !e.contents().isEmpty(),
                        e.contents(),
                        e.edition(),
                        published,
                        Day.inWords(published, e.card().language()),
                        told,
                        told != null && told.retracted() ? told : null,
                        all.get(0).edition(),
                        e.edition() < all.get(0).edition(),
                        all.size() > 1,
                        all.stream().map(made -> other(made, e)).toList(),
                        Verdict.over(all, e.edition()),
                        StructuredData.of(e, all, shared, blog.title(), from),
                        !related.isEmpty(),
                        related.stream().map(Item::of).toList()));
    }
}
