package app.lookback.query.rendering;

import app.lookback.hugo.FrontMatter;
import app.lookback.query.rendering.TemplateFiles.TemplateFile;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Renders sources of up to 2,000,000 UTF-16 units as Hugo does; threads may share it. No source makes it throw, only posts
 * that cannot be asked for: a source that cannot be rendered within its bounds is plain text, and {@code problems} says so.
 */
public final class Renderer {

    /** The longest source that is rendered, in UTF-16 units; longer ones are shown as plain text. */
    public static final int BOUND = 2_000_000;

    private static final Logger LOG = System.getLogger(Renderer.class.getName());
    private final boolean rawHtml;
    private final Posts posts;
    private final TemplateFiles templates;
    private final ReadTemplates readTemplates = new ReadTemplates();
    private final Sanitized sanitized;
    private final Sanitized sanitizedTemplates = new Sanitized(Sanitizer::ofTemplate);

    /** Loads every class that rendering needs: to load one where the stack is used up would lose it for good. */
    public Renderer() {
        this(false);
    }

    /** @param rawHtml whether HTML in a source is kept, as far as it is harmless; Hugo and we leave it out by default */
    public Renderer(boolean rawHtml) {
        this(rawHtml, Posts.BY_THEIR_FILES);
    }

    public Renderer(boolean rawHtml, Posts posts) {
        this(rawHtml, posts, TemplateFiles.NONE);
    }

    public Renderer(boolean rawHtml, Posts posts, TemplateFiles templates) {
        this.rawHtml = rawHtml;
        this.posts = posts;
        this.templates = templates;
        this.sanitized = new Sanitized(html -> Sanitizer.sanitized(html, rawHtml));
        render(WarmUp.SOURCE, Posts.BY_THEIR_FILES, WarmUp.TEMPLATES, false);
    }

    /** As its authors see it: with marks where readers see nothing. */
    public Rendered render(String source) {
        return render(source, posts, templates, false);
    }

    public Rendered forReaders(String source) {
        return forReaders(source, posts, templates);
    }

    /** With the posts and the templates as they were when the page was published, so that it can be made again. */
    public Rendered forReaders(String source, Posts postsThen, TemplateFiles templatesThen) {
        return render(source, postsThen, templatesThen, true);
    }

    /** What its authors would see if the site had this template, without the problems above the page. */
    public Rendered preview(String source, String name, TemplateFile template) {
        var rendered = render(source, posts, templates.with(name, template), false);
        var page = rendered.blocks()
                .subList(rendered.problems().size(), rendered.blocks().size());
        return new Rendered(rendered.frontMatter(), page, rendered.problems(), rendered.contents(), rendered.whole());
    }

    /** What is to be known of a template before it is called. */
    public TemplateFacts facts(TemplateFile template) {
        return TemplateFacts.of(readTemplates.of(template));
    }

    /** With the posts and the templates of now. */
    public String summary(String source) {
        return summary(source, forReaders(source), posts, templates);
    }

    /** What its front matter says or its page says first, as text; empty if that is nothing. */
    public String summary(String source, Rendered page, Posts postsThen, TemplateFiles templatesThen) {
        var said = page.frontMatter().summary();
        if (said != null) {
            return said;
        }
        var divider = source.indexOf(Summary.DIVIDER, page.frontMatter().bodyOffset());
        return divider < 0
                ? Summary.of(page.html(), false)
                : Summary.of(
                        forReaders(source.substring(0, divider), postsThen, templatesThen)
                                .html(),
                        true);
    }

    /** Whether the sanitizer would leave this block as it is, so that it may be marked and be {@link #sanitized} again. */
    public boolean mayBeMarked(String block) {
        return sanitized(block).equals(block);
    }

    /** A block of ours in which something was marked. */
    public String sanitized(String block) {
        return Sanitizer.sanitized(block.replace(" target=\"", " " + Sanitizer.TARGET + "=\""), rawHtml);
    }

    private Rendered render(String source, Posts linked, TemplateFiles defined, boolean forReaders) {
        var frontMatter = FrontMatter.read(source);
        var problems = new ArrayList<String>();
        if (frontMatter.problem() != null) {
            problems.add(frontMatter.problem());
        }
        problems.addAll(forReaders ? List.of() : FrontMatter.slips(source));
        var body = source.substring(frontMatter.bodyOffset()).replace("\r\n", "\n");
        var rendering = rendering(frontMatter, body, linked, defined, forReaders);
        var firstLine = Lines.of(source, frontMatter.bodyOffset());
        var page = pageBlocks(body, firstLine, rendering, problems);
        problems.addAll(BrokenLink.problems(rendering.links(), body, firstLine));
        problems.addAll(rendering.own().problems());
        problems.addAll(Formulas.problems(rendering.formulas(), body, firstLine));
        var blocks = new ArrayList<>(forReaders ? List.of() : ProblemHtml.blocks(problems));
        blocks.addAll(page == null ? PlainPage.of(source, frontMatter.bodyOffset()) : page);
        return new Rendered(frontMatter, blocks, problems, contents(page, rendering), page != null);
    }

    private Rendering rendering(
            FrontMatter frontMatter, String body, Posts linked, TemplateFiles defined, boolean forReaders) {
        return new Rendering(
                frontMatter,
                new StandIns(body),
                new Patience(body.length()),
                sanitized,
                sanitizedTemplates,
                new Contents(),
                new PathLinks(linked),
                new Formulas("true".equals(frontMatter.params().get("math"))),
                new OwnShortcodes(defined, readTemplates),
                forReaders,
                rawHtml);
    }

    private static String contents(@Nullable List<Block> page, Rendering rendering) {
        var wanted = page != null && !"false".equals(rendering.params().get("toc"));
        return wanted ? rendering.sanitized(rendering.contents().html()) : "";
    }

    /** Null where there can be none. */
    private @Nullable List<Block> pageBlocks(String body, int firstLine, Rendering rendering, List<String> problems) {
        try {
            return wholePage(body, firstLine, rendering);
        } catch (PathLinks.Unanswered libraryIsAway) {
            throw libraryIsAway;
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

    private static List<Block> wholePage(String body, int firstLine, Rendering rendering) {
        if (body.length() > BOUND) {
            throw new Unrenderable("It is longer than %,d characters.".formatted(BOUND));
        }
        if (rendering.formulas().on()) {
            rendering.formulas().expect(body);
        }
        return Page.of(body, firstLine, rendering).blocks();
    }
}
