package app.lookback.command.platform;

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

/** Guards every method but GET and HEAD; all need a signed-in person but the three ways to become one. */
@Configuration(proxyBeanMethods = false)
class CommandSecurity {

    static final Set<String> READING = Set.of("GET", "HEAD");

    @Bean
    @Order(1)
    SecurityFilterChain commandSecurity(HttpSecurity http) {
        var denied = new Denied();
        return http.securityMatcher(request -> !READING.contains(request.getMethod()))
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
}
