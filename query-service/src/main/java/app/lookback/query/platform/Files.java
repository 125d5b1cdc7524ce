package app.lookback.query.platform;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The files that web-ui brings: those named by their hash for a year, the others asked for again each time. */
@Configuration(proxyBeanMethods = false)
class Files implements WebMvcConfigurer {

    private static final String WEB_UI = "classpath:/META-INF/resources";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry files) {
        files.addResourceHandler("/studio/assets/**")
                .addResourceLocations(WEB_UI + "/studio/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        files.addResourceHandler("/studio/*.svg", "/studio/*.png", "/studio/*.ico", "/studio/*.webmanifest")
                .addResourceLocations(WEB_UI + "/studio/")
                .setCacheControl(CacheControl.noCache());
        files.addResourceHandler("/assets/**")
                .addResourceLocations(WEB_UI + "/assets/")
                .setCacheControl(CacheControl.noCache());
    }
}
