package app.lookback.query.platform;

import app.lookback.contract.log.LogSerializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JacksonModule;

/** Answers hold changes in CodeMirror's form, as the log does. */
@Configuration(proxyBeanMethods = false)
class Json {

    @Bean
    JacksonModule queryChanges() {
        return LogSerializer.changes();
    }
}
