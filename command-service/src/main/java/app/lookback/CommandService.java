package app.lookback;

import app.lookback.command.CommandServiceModule;
import app.lookback.command.people.SetupLink;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Starts command-service as a process of its own. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(CommandServiceModule.class)
public class CommandService {

    public static void main(String[] arguments) {
        var context = SpringApplication.run(CommandService.class, arguments);
        context.getBean(SetupLink.class)
                .path()
                .ifPresent(path -> LoggerFactory.getLogger(CommandService.class)
                        .info("Nobody has an account yet. The administrator's one-time link: {}", path));
    }
}
