package app.lookback.command.post;

import app.lookback.command.address.Addresses;
import app.lookback.command.address.ClaimAddress;
import app.lookback.command.manuscript.StartManuscript;
import app.lookback.command.post.PostCommand.CreatePost;
import app.lookback.command.post.PostCommand.MovePost;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** What concerns a post and its address, or its manuscript, at once: one unit of work, or nothing. */
@Component
class Placement {

    /** The post shall be found at this path. */
    record TakePath(MovePost move) {}

    private final Addresses addresses;
    private final CommandGateway commands;

    Placement(Addresses addresses, CommandGateway commands) {
        this.addresses = addresses;
        this.commands = commands;
    }

    @CommandHandler
    String begin(BeginPost begin) {
        var path = addresses.firstFree(begin.path().pathsLikeThis());
        send(new ClaimAddress(path, begin.post(), begin.at()));
        send(new CreatePost(begin.post(), path, begin.author(), begin.form(), begin.at()));
        send(new StartManuscript(begin.post(), begin.at()));
        begin.edits().forEach(this::send);
        return path;
    }

    @CommandHandler
    void take(TakePath take) {
        send(take.move());
        send(new ClaimAddress(
                take.move().path(), take.move().post(), take.move().at()));
    }

    private void send(Object command) {
        commands.<Object>sendAndWait(command);
    }
}
