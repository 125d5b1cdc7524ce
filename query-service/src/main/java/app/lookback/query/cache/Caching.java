package app.lookback.query.cache;

import app.lookback.query.platform.Freshness;
import app.lookback.query.theme.Theme;
import org.apache.coyote.http11.Http11Nio2Protocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the kept pages before everything but what says who the proxy's client is. */
@Configuration(proxyBeanMethods = false)
class Caching {

    private static final int AFTER_THE_PROXY = Ordered.HIGHEST_PRECEDENCE + 1;

    private static final int ROOM = 16_384;

    @Bean
    FilterRegistrationBean<PageCache> queryPageCache(Freshness freshness, Theme theme) {
        var filter = new FilterRegistrationBean<>(new PageCache(freshness, theme));
        filter.setOrder(AFTER_THE_PROXY);
        return filter;
    }

    /**
     * Whoever reads a request also answers it, where otherwise one thread wakes another, which costs more than a kept page; and
     * its head and most pages have room to be handed to the system at once.
     */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> queryAnswersAtOnce() {
        return server -> {
            server.setProtocol(Http11Nio2Protocol.class.getName());
            server.addConnectorCustomizers(
                    connector -> connector.setProperty("socket.appWriteBufSize", Integer.toString(ROOM)));
        };
    }
}
