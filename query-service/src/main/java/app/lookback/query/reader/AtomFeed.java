package app.lookback.query.reader;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Generator;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.feed.synd.SyndPerson;
import java.util.Date;
import java.util.List;

/** A feed as Atom (RFC 4287). */
final class AtomFeed {

    private AtomFeed() {}

    static String write(Feed feed) {
        var told = new com.rometools.rome.feed.atom.Feed("atom_1.0");
        told.setId(feed.page());
        told.setTitleEx(content("text", feed.title()));
        told.setSubtitle(content("text", feed.description()));
        told.setUpdated(Date.from(feed.updated()));
        told.setAuthors(List.of(person(feed.author())));
        told.setAlternateLinks(List.of(link("alternate", "text/html", feed.page())));
        told.setOtherLinks(List.of(link("self", "application/atom+xml", feed.self())));
        told.setGenerator(generator());
        told.setEntries(feed.entries().stream().map(AtomFeed::entry).toList());
        return Xml.write(told);
    }

    private static Generator generator() {
        var generator = new Generator();
        generator.setValue("Lookback");
        return generator;
    }

    private static Entry entry(Feed.Entry entry) {
        var told = new Entry();
        told.setId(entry.id());
        told.setTitleEx(content("text", entry.card().title()));
        told.setAlternateLinks(List.of(link("alternate", "text/html", entry.link())));
        told.setPublished(Date.from(entry.published()));
        told.setUpdated(Date.from(entry.updated()));
        told.setAuthors(entry.card().authors().stream().map(AtomFeed::person).toList());
        told.setCategories(entry.card().tags().stream().map(AtomFeed::category).toList());
        told.setSummary(content("text", entry.card().summary()));
        told.setContents(List.of(content("html", entry.html())));
        return told;
    }

    private static SyndPerson person(String name) {
        var person = new Person();
        person.setName(Xml.clean(name));
        return person;
    }

    private static Category category(String tag) {
        var category = new Category();
        category.setTerm(Xml.clean(tag));
        return category;
    }

    private static Content content(String type, String text) {
        var content = new Content();
        content.setType(type);
        content.setValue(Xml.clean(text));
        return content;
    }

    private static Link link(String rel, String type, String address) {
        var link = new Link();
        link.setRel(rel);
        link.setType(type);
        link.setHref(address);
        return link;
    }
}
