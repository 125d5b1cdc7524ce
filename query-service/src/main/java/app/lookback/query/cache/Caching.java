package app.lookback.query.cache;

import app.lookback.query.platform.Freshness;
import app.lookback.query.theme.Theme;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the kept pages before everything but what says who the proxy's client is. */
@Configuration(proxyBeanMethods = false)
class Caching {

    private static final int AFTER_THE_PROXY = Ordered.HIGHEST_PRECEDENCE + 1;

    @Bean
    FilterRegistrationBean<PageCache> queryPageCache(Freshness freshness, Theme theme) {
        var filter = new FilterRegistrationBean<>(new PageCache(freshness, theme));
        filter.setOrder(AFTER_THE_PROXY);
        return filter;
    }
}
