package app.lookback.command.sample;

import app.lookback.command.address.PostPath;
import app.lookback.command.address.Slug;
import app.lookback.command.media.KeepImage;
import app.lookback.command.people.Guests;
import app.lookback.command.post.AdmitAuthor;
import app.lookback.command.post.BeginPost;
import app.lookback.contract.FileForm;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Makes the sample review, as if it had been written over the last days, in one unit of work. */
@Component
class SampleReview {

    /** A person wants the sample. Answers its path. */
    record WriteSample(PostId post, PersonId person, Instant at) {}

    private static final String GUEST = "Mio (sample)";
    private static final String IMAGE = "sherlock-jr.png";

    private final Guests guests;
    private final CommandGateway commands;

    SampleReview(Guests guests, CommandGateway commands) {
        this.guests = guests;
        this.commands = commands;
    }

    @CommandHandler
    String write(WriteSample sample) {
        var script = Script.named("/sample/sherlock-jr.txt");
        var today = LocalDate.ofInstant(sample.at(), ZoneOffset.UTC);
        var first = script.sessions().get(0);
        var begin = today.minusDays(first.daysAgo()).atTime(first.start()).toInstant(ZoneOffset.UTC);
        var mio = guests.named(GUEST, sample.at());
        var post = sample.post();
        String path = commands.sendAndWait(new BeginPost(
                post, PostPath.of(new Slug("sherlock-jr")), sample.person(), FileForm.PLAIN, List.of(), begin));
        send(new AdmitAuthor(post, mio, sample.person(), begin));
        String image = commands.sendAndWait(new KeepImage(post, IMAGE, image(), sample.person(), begin));
        var filled = script.with("{image}", image)
                .with("{date}", today.minusDays(first.daysAgo()).toString());
        Performance.of(filled, post, Map.of("you", sample.person(), "mio", mio), today)
                .forEach(this::send);
        return path;
    }

    private void send(Object command) {
        commands.<Object>sendAndWait(command);
    }

    private static byte[] image() {
        try (var stream = Objects.requireNonNull(SampleReview.class.getResourceAsStream("/sample/" + IMAGE))) {
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
