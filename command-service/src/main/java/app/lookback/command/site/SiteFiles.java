package app.lookback.command.site;

import app.lookback.command.media.MediaStore;
import app.lookback.command.platform.Token;
import app.lookback.command.site.SiteFile.PlaceBytes;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Keeps a file: its bytes and what is said of it are one unit of work. */
@Component
class SiteFiles {

    private final MediaStore store;
    private final CommandGateway commands;

    SiteFiles(MediaStore store, CommandGateway commands) {
        this.store = store;
        this.commands = commands;
    }

    @CommandHandler
    boolean keep(KeepFile keep) {
        var sha256 = Token.sha256(keep.bytes());
        var type = FileType.of(keep.path(), keep.bytes());
        boolean isNew = commands.sendAndWait(
                new PlaceBytes(keep.path(), sha256, type, keep.bytes().length, keep.by(), keep.at()));
        if (isNew) {
            store.keep(sha256, type, keep.bytes(), keep.at());
        }
        return isNew;
    }
}
