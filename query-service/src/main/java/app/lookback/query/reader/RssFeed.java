package app.lookback.query.reader;

import com.rometools.rome.feed.module.DCModuleImpl;
import com.rometools.rome.feed.rss.Category;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Description;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Item;
import java.util.Date;
import java.util.List;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** A feed as RSS 2.0, whose own element for authors wants e-mail addresses, so that Dublin Core's stands in its place. */
final class RssFeed {

    private static final Namespace ATOM = Namespace.getNamespace("atom", "http://www.w3.org/2005/Atom");

    private RssFeed() {}

    static String write(Feed feed) {
        var channel = new Channel("rss_2.0");
        channel.setTitle(Xml.clean(feed.title()));
        channel.setDescription(Xml.clean(feed.description()));
        channel.setLink(feed.page());
        channel.setLastBuildDate(Date.from(feed.updated()));
        channel.setGenerator("Lookback");
        channel.setForeignMarkup(List.of(self(feed.self())));
        channel.setItems(feed.entries().stream().map(RssFeed::item).toList());
        return Xml.write(channel);
    }

    private static Element self(String address) {
        return new Element("link", ATOM)
                .setAttribute("href", address)
                .setAttribute("rel", "self")
                .setAttribute("type", "application/rss+xml");
    }

    private static Item item(Feed.Entry entry) {
        var item = new Item();
        item.setTitle(Xml.clean(entry.card().title()));
        item.setLink(entry.link());
        item.setGuid(guid(entry));
        item.setPubDate(Date.from(entry.published()));
        item.setDescription(description(entry.html()));
        item.setCategories(entry.card().tags().stream().map(RssFeed::category).toList());
        var people = new DCModuleImpl();
        people.setCreators(entry.card().authors().stream().map(Xml::clean).toList());
        item.setModules(List.of(people));
        return item;
    }

    private static Guid guid(Feed.Entry entry) {
        var guid = new Guid();
        guid.setPermaLink(false);
        guid.setValue(entry.id());
        return guid;
    }

    private static Description description(String html) {
        var description = new Description();
        description.setValue(Xml.clean(html));
        return description;
    }

    private static Category category(String tag) {
        var category = new Category();
        category.setValue(Xml.clean(tag));
        return category;
    }
}
