package app.lookback.command.importing;

import app.lookback.command.address.Addresses;
import app.lookback.command.address.ClaimAddress;
import app.lookback.command.importing.ImportPost.Text;
import app.lookback.command.manuscript.EditSource;
import app.lookback.command.marks.MarkImport;
import app.lookback.command.media.MediaStore;
import app.lookback.command.platform.Token;
import app.lookback.command.post.AdmitAuthor;
import app.lookback.command.post.BeginPost;
import app.lookback.command.post.PlaceFile;
import app.lookback.contract.PersonId;
import app.lookback.contract.PostId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings what a file held into a post: all of it is one unit of work, or nothing. */
@Component
class ImportedPosts {

    private final Addresses addresses;
    private final MediaStore media;
    private final CommandGateway commands;

    ImportedPosts(Addresses addresses, MediaStore media, CommandGateway commands) {
        this.media = media;
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
        send(new MarkImport(post, edits.size(), HugoFile.shortName(begin.file()), begin.owner(), begin.at()));
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

    /** Beside what others wrote, all that is new in the file is one edit, mapped over what they did to it. */
    @CommandHandler
    long change(ImportChange change) {
        var post = change.post();
        admit(post, change.owner(), change.texts());
        long revision = 0;
        var edits = change.isBesideOthers()
                ? List.of(beside(change))
                : edits(post, change.newest(), change.source(), change.texts());
        for (var edit : edits) {
            revision = commands.<Long>sendAndWait(edit);
        }
        boolean isTheFile = !change.isBesideOthers() && revision == change.newest() + edits.size();
        send(mark(change, revision, isTheFile ? null : kept(change)));
        return revision;
    }

    private static EditSource beside(ImportChange change) {
        var newest = change.texts().get(change.texts().size() - 1);
        var theirs = Lines.changed(change.before(), change.source());
        var changes = Lines.changed(change.before(), newest.source()).map(theirs, false);
        var editor = UUID.randomUUID().toString();
        return new EditSource(change.post(), newest.author(), editor, 1, change.newest(), changes, newest.at());
    }

    /** Without it nobody could say later what stood in the file. */
    private String kept(ImportChange change) {
        var sha256 = Token.sha256(change.bytes());
        media.keep(sha256, "text/markdown", change.bytes(), change.at());
        return sha256;
    }

    private static MarkImport mark(ImportChange change, long revision, @Nullable String sha256) {
        var name = HugoFile.shortName(change.file());
        return new MarkImport(change.post(), revision, name, change.owner(), change.at(), sha256);
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
