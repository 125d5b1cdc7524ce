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

/** Guards GET and HEAD, and trying dead letters again. What readers need is open; all else needs a signed-in person, or does not exist for them. */
@Configuration(proxyBeanMethods = false)
class QuerySecurity {

    private static final String DEAD_LETTERS = "/api/dead-letters";
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

    /** For all but the studio's page, which says more: no script but our own files, no frame of ours anywhere. */
    private static final String READERS_POLICY =
            "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; "
                    + "img-src 'self' https: data:; font-src 'self'; media-src 'self' https:; "
                    + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain querySecurity(HttpSecurity http) {
        var denied = new Denied();
        return http.securityMatcher(request -> READING.contains(request.getMethod())
                        || request.getRequestURI().startsWith(DEAD_LETTERS))
                .csrf(csrf -> csrf.csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse())
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler()))
                .logout(LogoutConfigurer::disable)
                .requestCache(RequestCacheConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .headers(QuerySecurity::headers)
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
                                DEAD_LETTERS + "/**",
                                "/actuator/**")
                        .hasRole("ADMINISTRATOR")
                        .requestMatchers("/api/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(READERS_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN));
    }
}
