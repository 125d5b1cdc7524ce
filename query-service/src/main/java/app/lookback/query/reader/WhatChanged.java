package app.lookback.query.reader;

import app.lookback.contract.PostId;
import app.lookback.query.compare.PageComparison;
import app.lookback.query.compare.PageComparison.Kind;
import app.lookback.query.compare.PageComparison.Part;
import app.lookback.query.edition.Edition;
import app.lookback.query.edition.Editions;
import app.lookback.query.edition.Leaf;
import app.lookback.query.edition.Origin;
import app.lookback.query.history.Revisions;
import app.lookback.query.platform.Blog;
import app.lookback.query.platform.Template;
import app.lookback.query.rendering.Renderer;
import app.lookback.query.theme.Theme;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** For readers: two editions of a post, word by word on one page. */
@Component
class WhatChanged {

    private static final Template TEMPLATE = Template.beside(WhatChanged.class, "changes.mustache");
    private static final int KEPT = 200;
    private static final int UNFOLDED = 3;
    private static final Map<Kind, String> WORDS =
            Map.of(Kind.SAME, "", Kind.CHANGED, "Changed", Kind.DELETED, "Deleted", Kind.INSERTED, "Inserted");

    private record Pair(PostId post, int from, int to) {}

    private record Piece(String kind, boolean hasWord, String word, String html) {}

    /** A change, or blocks between two changes, folded where they are many. */
    private record Stretch(boolean folded, int count, List<Piece> pieces) {}

    private record Values(
            String blog,
            String language,
            String direction,
            String title,
            String href,
            String newest,
            int from,
            int to,
            boolean nothing,
            List<Stretch> stretches) {}

    private final Editions editions;
    private final Revisions revisions;
    private final Renderer renderer;
    private final Blog blog;
    private final Theme theme;

    /** Two editions differ for ever in the same way. */
    private final Map<Pair, List<Stretch>> compared = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Pair, List<Stretch>> eldest) {
            return size() > KEPT;
        }
    });

    WhatChanged(Editions editions, Revisions revisions, Renderer renderer, Blog blog, Theme theme) {
        this.theme = theme;
        this.editions = editions;
        this.revisions = revisions;
        this.renderer = renderer;
        this.blog = blog;
    }

    Optional<Leaf> page(String path, int from, int to, Origin origin) {
        var old = editions.edition(path, from);
        var now = editions.edition(path, to);
        return old.isEmpty() || now.isEmpty() ? Optional.empty() : Optional.of(page(old.get(), now.get(), origin));
    }

    private Leaf page(Edition old, Edition now, Origin origin) {
        var stretches = known(old, now);
        var html = theme.fill(
                TEMPLATE,
                new Values(
                        blog.title(),
                        now.card().language(),
                        now.card().direction(),
                        now.card().title(),
                        now.path(),
                        origin.to(now.path()),
                        old.edition(),
                        now.edition(),
                        stretches.stream()
                                .noneMatch(stretch -> stretch.pieces().stream().anyMatch(Piece::hasWord)),
                        stretches));
        return new Leaf(html, theme.changed(old.at().isAfter(now.at()) ? old.at() : now.at()));
    }

    /** Made beside the map: nobody waits for another's comparison. */
    private List<Stretch> known(Edition old, Edition now) {
        var pair = new Pair(old.post(), old.edition(), now.edition());
        var known = compared.get(pair);
        if (known == null) {
            known = stretches(PageComparison.forReaders(source(old), source(now), renderer));
            compared.put(pair, known);
        }
        return known;
    }

    private String source(Edition edition) {
        return revisions.source(edition.post(), edition.revision()).orElse("");
    }

    private static List<Stretch> stretches(List<Part> parts) {
        var stretches = new ArrayList<Stretch>();
        var same = new ArrayList<Piece>();
        for (var part : parts) {
            if (part.kind() == Kind.SAME) {
                same.add(piece(part));
            } else {
                stretches.add(stretch(same));
                same.clear();
                stretches.add(new Stretch(false, 1, List.of(piece(part))));
            }
        }
        stretches.add(stretch(same));
        return stretches;
    }

    private static Stretch stretch(List<Piece> same) {
        return new Stretch(same.size() > UNFOLDED, same.size(), List.copyOf(same));
    }

    private static Piece piece(Part part) {
        var word = part.moved() == null ? WORDS.get(part.kind()) : "Moved";
        return new Piece(part.kind().name().toLowerCase(Locale.ROOT), !word.isEmpty(), word, part.html());
    }
}
