package app.lookback.query.edition;

import app.lookback.query.platform.Template;
import java.time.ZoneOffset;
import java.util.List;

/** The reader's page of an edition. */
final class EditionPage {

    private static final Template TEMPLATE = Template.beside(EditionPage.class, "edition.mustache");

    private record Other(int edition) {}

    private record Values(
            boolean numbered,
            String language,
            String title,
            boolean hasDescription,
            String description,
            String path,
            String date,
            String dateInWords,
            List<String> authors,
            String html,
            boolean hasContents,
            String contents,
            int edition,
            String at,
            String atInWords,
            boolean hasOthers,
            List<Other> others) {}

    private EditionPage() {}

    /** The page at the edition's own address: it says nothing that a later edition would change. */
    static String frozen(Edition edition) {
        return fill(edition, true, List.of());
    }

    /** The page at the post's address while this is the newest edition; {@code all} counts this one too. */
    static String newest(Edition edition, List<Integer> all) {
        return fill(edition, false, all);
    }

    private static String fill(Edition e, boolean numbered, List<Integer> all) {
        var published = e.at().atZone(ZoneOffset.UTC).toLocalDate().toString();
        return TEMPLATE.fill(new Values(
                numbered,
                e.language(),
                e.title(),
                !e.description().isEmpty(),
                e.description(),
                e.path(),
                e.date(),
                Day.inWords(e.date(), e.language()),
                e.authors(),
                e.html(),
                !contents(e).isEmpty(),
                contents(e),
                e.edition(),
                published,
                Day.inWords(published, e.language()),
                all.size() > 1,
                all.stream().map(Other::new).toList()));
    }

    private static String contents(Edition e) {
        return e.contents() == null ? "" : e.contents();
    }
}
