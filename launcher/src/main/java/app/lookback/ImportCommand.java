package app.lookback;

import app.lookback.command.CommandServiceModule;
import app.lookback.command.importing.ImportOrder;
import app.lookback.command.importing.ImportReport;
import app.lookback.command.importing.NotImported;
import app.lookback.command.importing.SiteImport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** {@code ./lookback import PATH}: one more command-service on the log, for as long as the import takes. */
final class ImportCommand {

    static final String USAGE = """
            ./lookback import PATH                 takes in a Hugo site: a folder, a git repository or a zip file
            ./lookback import --owner NAME PATH    its posts shall be those of the account NAME
            ./lookback import --authors FILE PATH  who the people of the repository are: Ada <ada@example.org> = account""";

    private static final String OWNER = "--owner";
    private static final String AUTHORS = "--authors";

    /** Command-service alone. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(CommandServiceModule.class)
    static class Node {}

    private ImportCommand() {}

    /** The exit code. */
    static int run(List<String> words, Settings settings, Ending ending) throws IOException {
        var options = new HashMap<String, String>();
        int at = 0;
        while (at + 1 < words.size() && List.of(OWNER, AUTHORS).contains(words.get(at))) {
            options.put(words.get(at), words.get(at + 1));
            at += 2;
        }
        if (words.size() != at + 1 || words.get(at).startsWith("-")) {
            return Commands.notUnderstood();
        }
        var authors = options.get(AUTHORS);
        var order = new ImportOrder(
                settings.fromWhereItWasCalled(words.get(at)),
                options.get(OWNER),
                authors == null ? null : settings.fromWhereItWasCalled(authors));
        return run(order, settings, ending);
    }

    private static int run(ImportOrder order, Settings settings, Ending ending) throws IOException {
        var stores = new Stores();
        ending.willClose(stores);
        stores.joinLog(settings);
        var bar = new ProgressBar();
        try (var node = node(settings.data(), stores)) {
            var report = node.getBean(SiteImport.class).run(order, bar);
            bar.end();
            tell(report);
            return 0;
        } catch (NotImported cannot) {
            bar.end();
            System.err.println(cannot.getMessage());
            return 1;
        }
    }

    private static ConfigurableApplicationContext node(Path data, Stores stores) {
        var application = new SpringApplication(Node.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(Map.of(
                "spring.threads.virtual.enabled", "true",
                "logging.threshold.console", "WARN",
                "logging.level.com.zaxxer.hikari.pool.ProxyConnection", "ERROR",
                "logging.file.name", data.resolve("import.log").toString()));
        var given = new TreeMap<String, Object>(stores.environment());
        // Nobody is meant to ask it anything.
        given.put("SERVER_ADDRESS", "127.0.0.1");
        given.put("SERVER_PORT", "0");
        application.addInitializers(context -> context.getEnvironment()
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("launcher-systemEnvironment", given)));
        return application.run();
    }

    private static void tell(ImportReport report) {
        System.out.printf(
                "Imported: new posts %d, changed %d, published %d, other files %d; the same as before %d%n",
                report.begun(), report.changed(), report.published(), report.files(), report.same());
        if (!report.notes().isEmpty()) {
            System.out.println("What you should know:");
            report.notes().forEach(note -> System.out.println("  " + note));
        }
    }
}
