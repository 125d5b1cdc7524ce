package app.lookback;

import app.lookback.command.CommandServiceModule;
import app.lookback.command.people.SetupLink;
import app.lookback.query.QueryServiceModule;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Starts the stores that are not given from outside, then both services in this JVM. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({CommandServiceModule.class, QueryServiceModule.class})
public class Lookback {

    public static void main(String[] arguments) throws IOException {
        quietUntilLoggingIsSetUp();
        var ending = new Ending();
        Runtime.getRuntime().addShutdownHook(new Thread(ending::end, "ending"));
        try {
            var settings = Settings.of(System.getenv());
            if (arguments.length > 0) {
                System.exit(Commands.run(List.of(arguments), settings, ending));
            }
            run(settings, ending);
        } catch (CannotStart cannot) {
            giveUp(ending, cannot.getMessage());
        } catch (RuntimeException reportedBySpring) {
            giveUp(ending, "Lookback did not start; the reason stands above and in lookback.log in its data folder.");
        }
    }

    /** Whoever stops Lookback while it starts needs no reason why it did not. */
    private static void giveUp(Ending ending, String sentence) {
        if (!ending.hasBegun()) {
            System.err.println(sentence);
            System.exit(1);
        }
    }

    private static void quietUntilLoggingIsSetUp() {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
    }

    private static void run(Settings settings, Ending ending) throws IOException {
        settings.checkPort();
        var stores = new Stores();
        ending.willClose(stores);
        stores.open(settings, Lookback::say);
        say("Starting the services");
        var application = application(settings, stores);
        application.addInitializers(ending::beforeThemClose);
        greet(settings, application.run());
    }

    private static SpringApplication application(Settings settings, Stores stores) {
        var application = new SpringApplication(Lookback.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(Map.of(
                "spring.threads.virtual.enabled", "true",
                "logging.threshold.console", "WARN",
                // Says of each index on an array that the stand-in searches without it.
                "logging.level.de.bwaldvogel.mongo", "ERROR",
                // Says at each stop that the connection which listens to the log was cut, as it was meant to be.
                "logging.level.com.zaxxer.hikari.pool.ProxyConnection", "ERROR",
                "logging.file.name", settings.data().resolve("lookback.log").toString()));
        var given = new TreeMap<String, Object>(stores.environment());
        given.put("SERVER_ADDRESS", settings.address());
        given.put("SERVER_PORT", Integer.toString(settings.port()));
        application.addInitializers(context -> context.getEnvironment()
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("launcher-systemEnvironment", given)));
        return application;
    }

    private static void greet(Settings settings, ConfigurableApplicationContext context) {
        int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        var site = settings.site(port);
        say("Lookback is at " + site + "/studio/ (Ctrl-C stops it; its data: " + settings.data() + ")");
        context.getBean(SetupLink.class)
                .path()
                .ifPresent(path ->
                        say("Nobody has an account yet. Whoever opens this link first becomes the administrator:\n  "
                                + site + path));
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
