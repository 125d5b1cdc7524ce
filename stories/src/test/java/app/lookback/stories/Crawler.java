package app.lookback.stories;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Begins at a site's home and follows each link of it, as a search engine would, with the eyes of a browser. */
final class Crawler {

    private static final int MOST = 150;
    private static final String LEADS = """
            () => [...document.querySelectorAll('a[href], link[href], img[src], script[src]')]
              .map((one) => one.href || one.src)
            """;
    private static final String POOR_IMAGES = """
            () => [...document.images]
              .filter((one) => !one.hasAttribute('alt') || (one.complete && one.naturalWidth === 0))
              .map((one) => one.outerHTML)
            """;

    private final Page page;
    private final String site;
    private final Set<String> seen = new LinkedHashSet<>();
    private final Deque<String> next = new ArrayDeque<>();
    private final List<String> complaints = new ArrayList<>();

    private Crawler(Page page, String site) {
        this.page = page;
        this.site = site;
    }

    /** What was found to complain of on the way. */
    record Report(Set<String> addresses, List<String> complaints) {}

    static Report crawl(Page page, String site) {
        var crawler = new Crawler(page, site);
        crawler.listen();
        crawler.meets(site + "/");
        while (!crawler.next.isEmpty()) {
            crawler.visit(crawler.next.remove());
        }
        return new Report(crawler.seen, crawler.complaints);
    }

    private void listen() {
        page.onConsoleMessage(said -> {
            if (said.type().equals("error") || said.type().equals("warning")) {
                complaints.add(page.url() + " says " + said.text());
            }
        });
        page.onPageError(failure -> complaints.add(page.url() + " fails: " + failure));
        page.onRequest(request -> {
            if (!request.url().startsWith(site) && !request.url().startsWith("data:")) {
                complaints.add(page.url() + " asks elsewhere: " + request.url());
            }
        });
    }

    /** The studio is for those who write, and not crawled. */
    private void meets(String address) {
        var plain = address.replaceFirst("#.*", "");
        if (plain.startsWith(site + "/")
                && !plain.startsWith(site + "/studio/")
                && seen.size() < MOST
                && seen.add(plain)) {
            next.add(plain);
        }
    }

    private void visit(String address) {
        var answer = page.request().get(address);
        if (answer.status() != 200) {
            complaints.add(address + " is answered with " + answer.status());
        } else if (String.valueOf(answer.headers().get("content-type")).startsWith("text/html")) {
            look(address);
        }
    }

    private void look(String address) {
        page.navigate(address);
        for (var image : (List<?>) page.evaluate(POOR_IMAGES)) {
            complaints.add(address + " shows no image or no words for it: " + image);
        }
        for (var lead : (List<?>) page.evaluate(LEADS)) {
            meets(URI.create(lead.toString().replace(" ", "%20")).toString());
        }
    }
}
