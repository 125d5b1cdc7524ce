package app.lookback.command.importing;

import app.lookback.command.address.Addresses;
import app.lookback.command.address.ClaimAddress;
import app.lookback.command.importing.ImportPost.Text;
import app.lookback.command.manuscript.EditSource;
import app.lookback.command.marks.MarkImport;
import app.lookback.command.post.AdmitAuthor;
import app.lookback.command.post.BeginPost;
import app.lookback.command.post.PlaceFile;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Brings what a file held into a post: all of it is one unit of work, or nothing. */
@Component
class ImportedPosts {

    private final Addresses addresses;
    private final CommandGateway commands;

    ImportedPosts(Addresses addresses, CommandGateway commands) {
        this.addresses = addresses;
        this.commands = commands;
    }

    @CommandHandler
    String begin(ImportPost begin) {
        var post = begin.post();
        var edits = edits(post, 0, "", begin.texts());
        var since = begin.texts().get(0).at();
        String path =
                commands.sendAndWait(new BeginPost(post, begin.path(), begin.owner(), begin.form(), List.of(), since));
        send(new PlaceFile(post, begin.file(), begin.owner(), begin.at()));
        admit(post, begin.owner(), begin.texts());
        edits.forEach(this::send);
        send(mark(post, edits.size(), begin.file(), begin.owner(), begin.at()));
        if (!begin.address().equals(path) && addresses.isFree(begin.address())) {
            send(new ClaimAddress(begin.address(), post, begin.at()));
        }
        return path;
    }

    @CommandHandler
    void claim(ClaimName claim) {
        if (addresses.isFree(claim.claim())) {
            send(new ClaimAddress(claim.claim(), claim.post(), claim.at()));
        }
    }

    /** Where others wrote since, all of it is one edit of the text as it was imported, which is rebased over theirs. */
    @CommandHandler
    long change(ImportChange change) {
        var post = change.post();
        admit(post, change.owner(), change.texts());
        var texts = change.newest() == change.revision()
                ? change.texts()
                : change.texts()
                        .subList(change.texts().size() - 1, change.texts().size());
        long revision = change.revision();
        for (var edit : edits(post, change.revision(), change.source(), texts)) {
            revision = commands.<Long>sendAndWait(edit);
        }
        send(mark(post, revision, change.file(), change.owner(), change.at()));
        return revision;
    }

    private static MarkImport mark(PostId post, long revision, String file, PersonId by, Instant at) {
        return new MarkImport(post, revision, HugoFile.shortName(file), by, at);
    }

    private void admit(PostId post, PersonId owner, List<Text> texts) {
        texts.stream()
                .map(Text::author)
                .distinct()
                .filter(author -> !author.equals(owner))
                .forEach(author ->
                        send(new AdmitAuthor(post, author, owner, texts.get(0).at())));
    }

    /** Each from an editor of its author's own. */
    private static List<EditSource> edits(PostId post, long revision, String source, List<Text> texts) {
        Map<PersonId, String> editors = new HashMap<>();
        Map<PersonId, Long> sequences = new HashMap<>();
        var edits = new ArrayList<EditSource>();
        var before = source;
        for (var text : texts) {
            var changes = Lines.changed(before, text.source());
            edits.add(new EditSource(
                    post,
                    text.author(),
                    editors.computeIfAbsent(
                            text.author(), none -> UUID.randomUUID().toString()),
                    sequences.merge(text.author(), 1L, Long::sum),
                    revision + edits.size(),
                    changes,
                    text.at()));
            before = text.source();
        }
        return edits;
    }

    private void send(Object command) {
        commands.<Object>sendAndWait(command);
    }
}
