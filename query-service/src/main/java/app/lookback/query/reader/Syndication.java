package app.lookback.query.reader;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndCategoryImpl;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.feed.synd.SyndLinkImpl;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.feed.synd.SyndPersonImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;

/** Feeds in XML. */
enum Syndication {
    RSS("rss_2.0"),
    ATOM("atom_1.0");

    /** What XML has no place for, however it is written. */
    private static final Pattern NO_XML = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

    private final String type;

    Syndication(String type) {
        this.type = type;
    }

    String write(Feed feed) {
        var told = new SyndFeedImpl();
        told.setFeedType(type);
        told.setTitle(clean(feed.title()));
        told.setDescription(clean(feed.description()));
        told.setUri(feed.page());
        told.setLink(feed.page());
        told.setLinks(List.of(link("alternate", feed.page()), link("self", feed.self())));
        told.setPublishedDate(Date.from(feed.updated()));
        told.setEntries(feed.entries().stream().map(this::entry).toList());
        try {
            return new SyndFeedOutput().outputString(told);
        } catch (FeedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private SyndEntry entry(Feed.Entry entry) {
        var told = new SyndEntryImpl();
        told.setTitle(clean(entry.card().title()));
        told.setUri(entry.id());
        told.setLink(entry.link());
        told.setPublishedDate(Date.from(entry.published()));
        told.setUpdatedDate(Date.from(entry.updated()));
        told.setAuthors(entry.card().authors().stream()
                .map(name -> {
                    var person = new SyndPersonImpl();
                    person.setName(clean(name));
                    return (SyndPerson) person;
                })
                .toList());
        told.setCategories(entry.card().tags().stream()
                .map(tag -> {
                    var category = new SyndCategoryImpl();
                    category.setName(clean(tag));
                    return (SyndCategory) category;
                })
                .toList());
        var whole = content("html", entry.html());
        told.setDescription(this == RSS ? whole : content("text", entry.card().summary()));
        told.setContents(this == RSS ? List.of() : List.of(whole));
        return told;
    }

    private static SyndContent content(String type, String text) {
        var content = new SyndContentImpl();
        content.setType(type);
        content.setValue(clean(text));
        return content;
    }

    private static SyndLink link(String rel, String address) {
        var link = new SyndLinkImpl();
        link.setRel(rel);
        link.setHref(address);
        return link;
    }

    private static String clean(String text) {
        return NO_XML.matcher(text).replaceAll("");
    }
}
