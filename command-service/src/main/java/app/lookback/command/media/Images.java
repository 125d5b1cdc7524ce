package app.lookback.command.media;

import app.lookback.command.address.Addresses;
import app.lookback.command.address.ClaimAddress;
import app.lookback.command.address.Slug;
import app.lookback.command.platform.Token;
import app.lookback.command.post.AddImage;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps an image: its bytes, its address and its place in the post are one unit of work. */
@Component
class Images {

    private static final String FOLDER = "/images/";

    private final JdbcClient database;
    private final Addresses addresses;
    private final CommandGateway commands;

    Images(JdbcClient database, Addresses addresses, CommandGateway commands) {
        this.database = database;
        this.addresses = addresses;
        this.commands = commands;
    }

    @CommandHandler
    String keep(KeepImage keep) {
        var form = ImageForm.of(keep.bytes());
        var sha256 = Token.sha256(keep.bytes());
        var free = addresses.firstFree(pathsLike(keep.name(), form.extension()));
        String path = commands.sendAndWait(
                new AddImage(keep.post(), free, sha256, form.mediaType(), keep.bytes().length, keep.by(), keep.at()));
        if (path.equals(free)) {
            commands.<Object>sendAndWait(new ClaimAddress(path, keep.post(), keep.at()));
            store(sha256, form.mediaType(), keep);
        }
        return path;
    }

    private static Stream<String> pathsLike(String name, String extension) {
        var words = name.substring(name.lastIndexOf('/') + 1).replaceFirst("\\.[^.]*$", "");
        var slug = Slug.near(words, "image").text();
        return Stream.concat(Stream.of(""), IntStream.iterate(2, n -> n + 1).mapToObj(n -> "-" + n))
                .map(number -> FOLDER + slug + number + "." + extension);
    }

    private void store(String sha256, String mediaType, KeepImage keep) {
        database.sql("""
                        INSERT INTO media (sha256, media_type, size, bytes, created_at)
                        VALUES (?, ?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING
                        """)
                .params(
                        sha256,
                        mediaType,
                        keep.bytes().length,
                        keep.bytes(),
                        keep.at().atOffset(ZoneOffset.UTC))
                .update();
    }
}
