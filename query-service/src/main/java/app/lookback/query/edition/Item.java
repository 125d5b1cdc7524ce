package app.lookback.query.edition;

/** A post in a list. */
public record Item(Card card, String href, boolean hasSummary) {

    public static Item of(Published post) {
        return new Item(post.card(), post.path(), !post.card().summary().isEmpty());
    }
}
