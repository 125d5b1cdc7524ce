package app.lookback;

import app.lookback.query.exporting.Export;
import app.lookback.query.exporting.NotExported;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** {@code ./lookback export [--published] FOLDER}: one more reader of the log, whether Lookback runs or not. */
final class ExportCommand {

    static final String USAGE = """
            ./lookback export FOLDER               writes the blog as a Hugo site, drafts included
            ./lookback export --published FOLDER   only what readers find, as they find it
            ./lookback export --git FOLDER         the history as a bare git repository, or what is new in it""";
    private static final String GIT = "--git";
    private static final String PUBLISHED = "--published";

    private ExportCommand() {}

    /** The exit code. */
    static int run(List<String> words, Settings settings, Ending ending) throws IOException {
        var options = words.stream().filter(List.of(PUBLISHED, GIT)::contains).toList();
        var named = words.stream().filter(word -> !options.contains(word)).toList();
        if (options.size() > 1 || named.size() != 1 || named.get(0).startsWith("-")) {
            return Commands.notUnderstood();
        }
        var folder = settings.fromWhereItWasCalled(named.get(0));
        var stores = new Stores();
        ending.willClose(stores);
        try (var log = stores.openLog(settings)) {
            if (options.contains(GIT)) {
                tell(Export.of(log).intoGit(folder, Instant.now()), folder);
            } else {
                tell(Export.of(log).into(folder, options.contains(PUBLISHED)), folder);
            }
            return 0;
        } catch (NotExported cannot) {
            System.err.println(cannot.getMessage());
            return 1;
        }
    }

    private static void tell(Export.Report report, Path folder) {
        System.out.printf(
                "Exported to %s: posts %d, images %d. Build it there with: hugo%n",
                folder, report.posts(), report.images());
        list(
                "Readers do not find these here; Hugo would show them, for they do not say draft = true:",
                report.willBeShown());
        list("Left out:", report.leftOut());
    }

    private static void tell(Export.History history, Path folder) {
        System.out.printf(
                "Exported to %s: new commits %d. Clone it with: git clone %s%n", folder, history.commits(), folder);
        if (history.goingOn() > 0) {
            System.out.printf(
                    "Not there yet: %d sessions of the last ten minutes, which may go on. Export again later.%n",
                    history.goingOn());
        }
        list("Left out:", history.leftOut());
    }

    private static void list(String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            System.out.println(heading);
            lines.forEach(line -> System.out.println("  " + line));
        }
    }
}
