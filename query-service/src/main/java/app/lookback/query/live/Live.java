package app.lookback.query.live;

import app.lookback.query.live.Page.Rendering;
import app.lookback.query.rendering.Renderer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;

/** Puts the live part together. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class Live {

    @Bean
    static Stage liveStage(Threads threads, Renderer renderer) {
        return new Stage(threads.turns(), threads.renderers(), threads, source -> rendering(renderer, source));
    }

    private static Rendering rendering(Renderer renderer, String source) {
        var rendered = renderer.render(source);
        return new Rendering(rendered.frontMatter().heading(), rendered.blocks(), rendered.whole());
    }

    @Bean
    static Connections liveConnections(Rooms rooms, Threads threads, SignIns signIns) {
        return new Connections(rooms, threads, signIns::over);
    }

    /** Spring's own look at the Origin lets a request without any pass; the handshake's does not. */
    @Bean
    static WebSocketConfigurer liveAddress(LiveSocket socket, Handshake handshake) {
        return sockets -> sockets.addHandler(socket, "/api/posts/{post}/live")
                .addInterceptors(handshake)
                .setHandshakeHandler(new Uncompressed())
                .setAllowedOriginPatterns("*");
    }
}
