package app.lookback.query.rendering;

import app.lookback.query.frontmatter.FrontMatter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Renders sources of up to 2,000,000 UTF-16 units as Hugo does; threads may share it. No source makes it throw: one that
 * cannot be rendered within its bounds is shown as plain text, and {@code problems} says so.
 */
public final class Renderer {

    /** The longest source that is rendered, in UTF-16 units; longer ones are shown as plain text. */
    public static final int BOUND = 2_000_000;

    private static final Logger LOG = System.getLogger(Renderer.class.getName());
    private static final String WARM_UP = """
            ---
            title: Warm
            date: 2025-09-07
            ---
            {{< figure src="a.png" caption="*b*" >}}

            # A *b* **c** `d` [e](f "g") ![h](i) <j> &amp; "k" ~~l~~ m@n.op https://q.rs[^1] {#t .u}

            > - v
            > 1. w
            > - [ ] x

            | y |
            | - |
            | z |

            ```a
            b
            ```

                c

            d
            : e

            <div>

            [^1]: f
            [g]: h
            """;

    private final boolean rawHtml;
    private final Sanitized sanitized;

    /** Loads every class that rendering needs: to load one where the stack is used up would lose it for good. */
    public Renderer() {
        this(false);
    }

    /** @param rawHtml whether HTML in a source is kept, as far as it is harmless; Hugo and we leave it out by default */
    public Renderer(boolean rawHtml) {
        this.rawHtml = rawHtml;
        this.sanitized = new Sanitized(rawHtml);
        render(WARM_UP);
    }

    /** As its authors see it: with marks where readers see nothing. */
    public Rendered render(String source) {
        return render(source, false);
    }

    public Rendered forReaders(String source) {
        return render(source, true);
    }

    /** What its front matter says or the page says first, as text; empty if that is nothing. */
    public String summary(String source) {
        var frontMatter = FrontMatter.read(source);
        if (frontMatter.summary() != null) {
            return frontMatter.summary();
        }
        var divider = source.indexOf(Summary.DIVIDER, frontMatter.bodyOffset());
        var beginning = divider < 0 ? source : source.substring(0, divider);
        return Summary.of(forReaders(beginning).html(), divider >= 0);
    }

    private Rendered render(String source, boolean forReaders) {
        var frontMatter = FrontMatter.read(source);
        var problems = new ArrayList<String>();
        if (frontMatter.problem() != null) {
            problems.add(frontMatter.problem());
        }
        var rendering = rendering(source, frontMatter, forReaders);
        var page = pageBlocks(source, frontMatter, rendering, problems);
        var blocks = new ArrayList<>(forReaders ? List.of() : ProblemHtml.blocks(problems));
        blocks.addAll(page == null ? PlainPage.of(source, frontMatter.bodyOffset()) : page);
        return new Rendered(frontMatter, blocks, problems, contents(page, rendering), page != null);
    }

    private Rendering rendering(String source, FrontMatter frontMatter, boolean forReaders) {
        var body = source.substring(frontMatter.bodyOffset()).replace("\r\n", "\n");
        return new Rendering(
                frontMatter.params(),
                new StandIns(body),
                new Patience(body.length()),
                sanitized,
                new Contents(),
                forReaders,
                rawHtml);
    }

    private static String contents(@Nullable List<Block> page, Rendering rendering) {
        var wanted = page != null && !"false".equals(rendering.params().get("toc"));
        return wanted ? rendering.sanitized(rendering.contents().html()) : "";
    }

    /** Null where there can be none. */
    private @Nullable List<Block> pageBlocks(
            String source, FrontMatter frontMatter, Rendering rendering, List<String> problems) {
        try {
            return wholePage(source, frontMatter.bodyOffset(), rendering);
        } catch (Unrenderable refused) {
            problems.add("The post cannot be rendered and would be plain text for readers. " + refused.getMessage());
        } catch (StackOverflowError tooDeep) {
            problems.add(
                    "The post cannot be rendered and would be plain text for readers. Its parts stand too deep in each other.");
        } catch (RuntimeException mistakeOfTheParser) {
            LOG.log(Level.WARNING, "A source could not be rendered", mistakeOfTheParser);
            problems.add(
                    "The post cannot be rendered and would be plain text for readers. The parser failed at it, which is no mistake of yours.");
        }
        return null;
    }

    private static List<Block> wholePage(String source, int offset, Rendering rendering) {
        if (source.length() > BOUND) {
            throw new Unrenderable("It is longer than %,d characters.".formatted(BOUND));
        }
        var firstLine = 1
                + (int) source.substring(0, offset)
                        .chars()
                        .filter(unit -> unit == '\n')
                        .count();
        return Page.of(source.substring(offset).replace("\r\n", "\n"), firstLine, rendering)
                .blocks();
    }
}
