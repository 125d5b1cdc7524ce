package app.lookback.command.manuscript;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;

/** Where the socket for edits is found. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class SubmissionAddress {

    /** Who may come in is the handshake's and the security's to say; Spring's own look at the Origin is not needed. */
    @Bean
    static WebSocketConfigurer submissionSocketAddress(SubmissionSocket socket, SubmissionHandshake handshake) {
        return sockets -> sockets.addHandler(socket, "/api/posts/{post}/submissions")
                .addInterceptors(handshake)
                .setHandshakeHandler(new Uncompressed())
                .setAllowedOriginPatterns("*");
    }
}
