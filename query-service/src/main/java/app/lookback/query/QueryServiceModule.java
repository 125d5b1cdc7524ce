package app.lookback.query;

import app.lookback.query.library.Library;
import app.lookback.query.rendering.Renderer;
import app.lookback.query.rendering.SiteTemplates;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.PropertySource;

/** All of query-service, to be imported alone or beside command-service: its beans' names never meet the other's. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@PropertySource("classpath:query-service.properties")
public class QueryServiceModule {

    /** The one renderer, so that a draft's preview and its published page are made alike. */
    @Bean
    Renderer queryRenderer(
            @Value("${lookback.rendering.raw-html}") boolean rawHtml, Library library, SiteTemplates templates) {
        return new Renderer(rawHtml, library::address, templates.now());
    }
}
