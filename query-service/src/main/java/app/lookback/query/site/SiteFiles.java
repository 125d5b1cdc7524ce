package app.lookback.query.site;

import app.lookback.contract.PersonId;
import app.lookback.query.edition.Editions;
import app.lookback.query.library.Library;
import app.lookback.query.library.Membership;
import app.lookback.query.library.Shelved;
import app.lookback.query.site.Site.SiteFile;
import java.security.Principal;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * The files of the site at the addresses that Hugo would give them: what stands in {@code static/}, and what stands in a
 * post's own folder, which is for all once they find the post, and before that for its people.
 */
@Component
public class SiteFiles {

    private final Site site;
    private final Library library;
    private final Editions editions;
    private final Membership membership;

    SiteFiles(Site site, Library library, Editions editions, Membership membership) {
        this.site = site;
        this.library = library;
        this.editions = editions;
        this.membership = membership;
    }

    /** The file at this address, as far as {@code range} asks for it. */
    public Optional<ResponseEntity<byte[]>> at(String address, @Nullable Principal who, @Nullable String range) {
        return find(address, who)
                .flatMap(file -> site.bytes(file).map(bytes -> FileAnswer.of(file, bytes, isForAll(file), range)));
    }

    /** Whether anyone finds a file at this address. */
    public boolean areThere(String address) {
        return find(address, null).isPresent();
    }

    /** The SHA-256 of the file that anyone finds at this address. */
    public Optional<String> sha256(String address) {
        return find(address, null).map(SiteFile::sha256);
    }

    private static boolean isForAll(SiteFile file) {
        return file.path().startsWith("static/");
    }

    private Optional<SiteFile> find(String address, @Nullable Principal who) {
        return site.find("static" + address)
                .or(() -> folders(address)
                        .flatMap(folder -> inFolder(folder, address.substring(folder.length()), who).stream())
                        .findFirst());
    }

    /** From the longest to the shortest: each may be a post's path. */
    private static Stream<String> folders(String address) {
        return Stream.iterate(
                address.substring(0, address.lastIndexOf('/') + 1),
                folder -> folder.length() > 1,
                folder -> folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1));
    }

    /** Below an edition's address stands the same as below the post's. */
    private Optional<SiteFile> inFolder(String path, String name, @Nullable Principal who) {
        var file = name.replaceFirst("^editions/([1-9][0-9]{0,8}|history)/", "");
        return library.at(path)
                .filter(post -> editions.found(path) || isOneOfThePostsPeople(who, post))
                .filter(post -> post.file().matches(".*/index(\\.[^/.]+)?\\.[^/.]+"))
                .flatMap(post -> site.find(post.file().substring(0, post.file().lastIndexOf('/') + 1) + file));
    }

    private boolean isOneOfThePostsPeople(@Nullable Principal who, Shelved post) {
        return who != null && membership.mayRead(post.post(), new PersonId(who.getName()));
    }
}
