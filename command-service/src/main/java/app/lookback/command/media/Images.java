package app.lookback.command.media;

import app.lookback.command.address.Addresses;
import app.lookback.command.address.ClaimAddress;
import app.lookback.command.address.Slug;
import app.lookback.command.platform.Token;
import app.lookback.command.post.AddImage;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Keeps an image: its bytes, its address and its place in the post are one unit of work. */
@Component
class Images {

    static final String FOLDER = "/images/";

    private final MediaStore store;
    private final Addresses addresses;
    private final CommandGateway commands;

    Images(MediaStore store, Addresses addresses, CommandGateway commands) {
        this.store = store;
        this.addresses = addresses;
        this.commands = commands;
    }

    @CommandHandler
    String keep(KeepImage keep) {
        var image = CleanImage.of(keep.bytes());
        var sha256 = Token.sha256(image.bytes());
        var free = addresses.firstFree(pathsLike(keep.name(), image.form().extension()));
        String path = commands.sendAndWait(new AddImage(
                keep.post(),
                free,
                sha256,
                image.form().mediaType(),
                image.bytes().length,
                keep.original(),
                keep.by(),
                keep.at()));
        if (path.equals(free)) {
            commands.<Object>sendAndWait(new ClaimAddress(path, keep.post(), keep.at()));
            store.keep(
                    sha256,
                    image.form().mediaType(),
                    image.bytes(),
                    image.form().width(),
                    image.form().height(),
                    keep.at());
        }
        return path;
    }

    private static Stream<String> pathsLike(String name, String extension) {
        var file = name.substring(name.lastIndexOf('/') + 1);
        var slug =
                Slug.nearAsWritten(file.replaceFirst("\\.[^.]*$", ""), "image").text();
        return Stream.concat(Stream.of(""), IntStream.iterate(2, n -> n + 1).mapToObj(n -> "-" + n))
                .map(number -> FOLDER + slug + number + "." + ending(file, extension));
    }

    /** That of the file where it says what the image is, as {@code JPG} and {@code jpeg} do. */
    private static String ending(String file, String extension) {
        var own = file.substring(file.lastIndexOf('.') + 1);
        return own.equalsIgnoreCase(extension) || extension.equals("jpg") && own.equalsIgnoreCase("jpeg")
                ? own
                : extension;
    }
}
