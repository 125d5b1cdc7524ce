package app.lookback.query.site;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Below which path a site was that has moved in: all that it had there is now at the same address without it. */
@Component
public class BasePath {

    private final Configs configs;

    BasePath(Configs configs) {
        this.configs = configs;
    }

    /** Where that is now which was at this address, if it is below that path. */
    public Optional<String> without(String address) {
        return path(configs.now().baseUrl())
                .filter(base -> !base.equals("/") && address.startsWith(base))
                .map(base -> address.substring(base.length() - 1))
                .filter(rest -> !rest.startsWith("//"));
    }

    private static Optional<String> path(String address) {
        try {
            return Optional.ofNullable(new URI(address).getPath())
                    .filter(path -> path.startsWith("/"))
                    .map(path -> path.endsWith("/") ? path : path + "/");
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }
}
