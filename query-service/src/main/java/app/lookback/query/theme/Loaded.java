package app.lookback.query.theme;

import app.lookback.query.platform.Template;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** A theme as it was read at one time: the templates of it that can be used, and the files for browsers. */
final class Loaded {

    static final String STYLE = "theme.css";

    private static final String ENDING = ".mustache";
    private static final String ASSETS = "assets/";
    private static final Pattern PART = Pattern.compile("\\{\\{\\s*[><]\\s*([^\\s}]+)\\s*}}");

    private final Map<String, String> texts = new TreeMap<>();
    private final Map<String, ThemeFile> files = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, com.samskivert.mustache.Template> compiled = new ConcurrentHashMap<>();
    private final Mustache.Compiler compiler =
            Template.compiler(name -> new StringReader(part(name).orElseThrow()));

    Loaded(Map<String, byte[]> read, Collection<Fault> unread) {
        faults.addAll(unread);
        read.forEach(this::take);
        read.keySet().forEach(this::check);
        texts.keySet().removeAll(faults.stream().map(Fault::file).toList());
    }

    private void take(String path, byte[] bytes) {
        if (path.endsWith(ENDING) && path.indexOf('/') < 0) {
            texts.put(path, new String(bytes, StandardCharsets.UTF_8));
        } else if (path.equals(STYLE) || path.startsWith(ASSETS)) {
            ThemeFile.type(path)
                    .ifPresentOrElse(
                            type -> files.put(path, ThemeFile.of(path, type, bytes)),
                            () -> faults.add(new Fault(path, 0, "Browsers get no files of this kind from a theme.")));
        }
    }

    private void check(String file) {
        var text = texts.get(file);
        if (text == null) {
            return;
        }
        try {
            compiler.compile(text);
            parts(file, text);
        } catch (MustacheException unreadable) {
            faults.add(Fault.unreadable(file, unreadable));
        }
    }

    private void parts(String file, String text) {
        var used = PART.matcher(text);
        while (used.find()) {
            int line = 1
                    + (int) text.substring(0, used.start())
                            .chars()
                            .filter(each -> each == '\n')
                            .count();
            if (part(used.group(1)).isEmpty()) {
                faults.add(new Fault(file, line, "There is no part %s%s.".formatted(used.group(1), ENDING)));
            } else if (leadsTo(used.group(1), file, new HashSet<>())) {
                faults.add(new Fault(file, line, "It is a part of itself."));
            }
        }
    }

    private boolean leadsTo(String part, String file, Set<String> seen) {
        return (part + ENDING).equals(file)
                || seen.add(part)
                        && PART.matcher(part(part).orElse(""))
                                .results()
                                .anyMatch(next -> leadsTo(next.group(1), file, seen));
    }

    private Optional<String> part(String name) {
        return Optional.ofNullable(texts.get(name + ENDING)).or(() -> Template.part(name));
    }

    List<Fault> faults() {
        return faults;
    }

    /** What is wrong where a page of this template was filled with it. */
    Fault fault(Template page, Throwable wrong) {
        return Fault.unfillable(page.file(), wrong, texts);
    }

    boolean hasTemplates() {
        return !texts.isEmpty();
    }

    Optional<ThemeFile> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** Throws whatever a template of the theme throws. */
    String fill(Template page, Object values, Object frame) {
        var template =
                compiled.computeIfAbsent(page.file(), file -> compiler.compile(texts.getOrDefault(file, page.text())));
        var filled = new BoundedWriter();
        template.execute(values, frame, filled);
        return filled.toString();
    }
}
