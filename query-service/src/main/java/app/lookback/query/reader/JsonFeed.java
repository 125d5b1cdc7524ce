package app.lookback.query.reader;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** A feed as jsonfeed.org describes it. */
record JsonFeed(
        String version,
        String title,
        String description,
        @JsonProperty("home_page_url") String home,
        @JsonProperty("feed_url") String feed,
        List<Author> authors,
        List<Item> items) {

    private record Author(String name) {}

    private record Item(
            String id,
            String url,
            String title,
            String language,
            String summary,
            @JsonProperty("content_html") String html,
            @JsonProperty("date_published") String published,
            @JsonProperty("date_modified") String modified,
            List<String> tags,
            List<Author> authors) {}

    static String write(Feed feed) {
        return JsonMapper.shared().writeValueAsString(of(feed));
    }

    private static JsonFeed of(Feed feed) {
        return new JsonFeed(
                "https://jsonfeed.org/version/1.1",
                feed.title(),
                feed.description(),
                feed.page(),
                feed.self(),
                List.of(new Author(feed.author())),
                feed.entries().stream().map(JsonFeed::item).toList());
    }

    private static Item item(Feed.Entry entry) {
        var card = entry.card();
        return new Item(
                entry.id(),
                entry.link(),
                card.title(),
                card.language(),
                card.summary(),
                entry.html(),
                entry.published().toString(),
                entry.updated().toString(),
                card.tags(),
                card.authors().stream().map(Author::new).toList());
    }
}
