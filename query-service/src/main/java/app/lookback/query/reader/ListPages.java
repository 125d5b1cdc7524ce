package app.lookback.query.reader;

import app.lookback.query.edition.Item;
import app.lookback.query.edition.Leaf;
import app.lookback.query.edition.Listed;
import app.lookback.query.edition.Listed.Part;
import app.lookback.query.platform.Blog;
import app.lookback.query.platform.Template;
import app.lookback.query.theme.Theme;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The pages of a list of posts. */
@Component
class ListPages {

    private static final Template LIST = Template.beside(ListPages.class, "list.mustache");

    /**
     * A list's page.
     *
     * @param isPart whether it is of some of the posts only
     * @param here its absolute address
     * @param list the path of its first page
     */
    private record Values(
            String blog,
            String title,
            String description,
            boolean isPart,
            String here,
            String list,
            boolean hasPosts,
            List<Item> posts,
            boolean hasPages,
            int page,
            int pages,
            boolean hasNewer,
            String newer,
            boolean hasOlder,
            String older) {}

    private final Listed listed;
    private final Blog blog;
    private final Theme theme;

    ListPages(Listed listed, Blog blog, Theme theme) {
        this.listed = listed;
        this.blog = blog;
        this.theme = theme;
    }

    /** When what any list shows has changed last. */
    Instant changed() {
        return theme.changed(listed.changed());
    }

    /** @param list the path of its first page, as addresses have it */
    ResponseEntity<byte[]> answer(
            String title,
            boolean isPart,
            String list,
            Part part,
            int page,
            Instant changed,
            HttpServletRequest request) {
        return Page.newest(new Leaf(page(title, isPart, list, part, page, Addresses.site(request)), changed));
    }

    private String page(String title, boolean isPart, String path, Part part, int number, String site) {
        int pages = Math.max(1, (part.found() + Listed.PER_PAGE - 1) / Listed.PER_PAGE);
        return theme.fill(
                LIST,
                new Values(
                        blog.title(),
                        title,
                        isPart ? "%s: %s".formatted(blog.title(), title) : blog.description(),
                        isPart,
                        site + address(path, number),
                        path,
                        !part.posts().isEmpty(),
                        part.posts().stream().map(Item::of).toList(),
                        pages > 1,
                        number,
                        pages,
                        number > 1,
                        address(path, number - 1),
                        number < pages,
                        address(path, number + 1)));
    }

    private static String address(String path, int number) {
        return number <= 1 ? path : path + "page/" + number + "/";
    }
}
