package app.lookback.query.platform;

import jakarta.servlet.DispatcherType;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Guards GET and HEAD, and the few questions that are asked by POST. What readers need is open; all else needs a signed-in person, or does not exist for them. */
@Configuration(proxyBeanMethods = false)
class QuerySecurity {

    private static final String DEAD_LETTERS = "/api/dead-letters";
    private static final String PREVIEWS = "/api/shortcode-previews";
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private static final String[] OPEN = {
        "/",
        "/posts/**",
        "/images/*",
        "/assets/*",
        "/studio/**",
        "/api/me",
        "/api/invitations/*",
        "/actuator/health/**",
        "/error"
    };

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain querySecurity(HttpSecurity http, ContentPolicy policy) {
        var denied = new Denied();
        return http.securityMatcher(request -> READING.contains(request.getMethod())
                        || request.getRequestURI().startsWith(DEAD_LETTERS)
                        || request.getRequestURI().equals(PREVIEWS))
                .csrf(csrf -> csrf.csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse())
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler()))
                .logout(LogoutConfigurer::disable)
                .requestCache(RequestCacheConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .headers(headers -> headers(headers, policy))
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint(denied).accessDeniedHandler(denied))
                .authorizeHttpRequests(routes -> routes.dispatcherTypeMatchers(DispatcherType.ASYNC)
                        .permitAll() // the end of what was let in before
                        .requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers(
                                "/api/progress",
                                "/api/deleted-posts",
                                "/api/export",
                                "/api/theme",
                                "/api/site/shortcodes/**",
                                PREVIEWS,
                                DEAD_LETTERS + "/**",
                                "/actuator/**")
                        .hasRole("ADMINISTRATOR")
                        .requestMatchers("/api/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .build();
    }

    /** For all but the studio's page, which says more. */
    private static void headers(HeadersConfigurer<HttpSecurity> headers, ContentPolicy policy) {
        headers.contentSecurityPolicy(readers -> readers.policyDirectives(policy.ofReaders()))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN));
    }
}
