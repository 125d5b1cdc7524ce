package app.lookback.command.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Guards every method but GET and HEAD, and the socket for edits, which a GET opens; all need a signed-in person but the
 * three ways to become one.
 */
@Configuration(proxyBeanMethods = false)
class CommandSecurity {

    static final Set<String> READING = Set.of("GET", "HEAD");
    private static final RequestMatcher SUBMISSIONS =
            PathPatternRequestMatcher.pathPattern("/api/posts/{post}/submissions");

    @Bean
    @Order(1)
    SecurityFilterChain commandSecurity(HttpSecurity http) {
        var denied = new Denied();
        return http.securityMatcher(CommandSecurity::isCommand)
                .csrf(CsrfConfigurer::spa)
                .addFilterBefore(new SameOrigin(), CsrfFilter.class)
                .logout(LogoutConfigurer::disable)
                .requestCache(RequestCacheConfigurer::disable)
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint(denied).accessDeniedHandler(denied))
                .authorizeHttpRequests(routes -> routes.requestMatchers(
                                HttpMethod.POST, "/api/setup", "/api/session", "/api/invitations/*/account")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    private static boolean isCommand(HttpServletRequest request) {
        return !READING.contains(request.getMethod()) || SUBMISSIONS.matches(request);
    }
}
