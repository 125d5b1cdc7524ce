package app.lookback.command.importing;

import app.lookback.command.importing.Version.Committer;
import app.lookback.command.people.Guests;
import app.lookback.command.people.Owners;
import app.lookback.command.platform.Decisions;
import app.lookback.command.platform.Time;
import app.lookback.contract.PersonId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes a whole Hugo site in, or what is new in it since the last time. */
@Component
public class SiteImport {

    private static final String FIRST_NAME = "Owner";

    private final Decisions decisions;
    private final Imported imported;
    private final Owners owners;
    private final Guests guests;
    private final Time time;

    SiteImport(Decisions decisions, Imported imported, Owners owners, Guests guests, Time time) {
        this.decisions = decisions;
        this.imported = imported;
        this.owners = owners;
        this.guests = guests;
        this.time = time;
    }

    /** {@link NotImported} says why there was nothing to import. */
    public ImportReport run(ImportOrder order, ImportProgress progress) throws IOException {
        try (var source = open(order.site())) {
            var owner = owner(order.owner(), source);
            var authors = new Authors(guests, owners, owner, accounts(order.authors()));
            return new ImportRun(source, decisions, imported, authors, owner, time.now(), progress).run();
        }
    }

    /** Takes in what this zip file holds; the posts are this person's. */
    ImportReport run(Path zip, PersonId owner, ImportProgress progress) throws IOException {
        try (var source = ZipSource.open(zip)) {
            var authors = new Authors(guests, owners, owner, Map.of());
            return new ImportRun(source, decisions, imported, authors, owner, time.now(), progress).run();
        }
    }

    private static SiteSource open(Path site) throws IOException {
        if (Files.isRegularFile(site)) {
            return ZipSource.open(site);
        }
        if (!Files.isDirectory(site)) {
            throw new NotImported(site + " is not there: name a folder, a git repository or a zip file.");
        }
        return GitSource.is(site) ? GitSource.open(site) : FolderSource.open(site);
    }

    private PersonId owner(@Nullable String name, SiteSource source) throws IOException {
        if (owners.none()) {
            return owners.reserve(name == null ? mostFrequent(source) : name);
        }
        if (name != null) {
            return owners.named(name).orElseThrow(() -> new NotImported("Nobody here is called '" + name + "'."));
        }
        return owners.onlyAdministrator()
                .orElseThrow(() -> new NotImported(
                        "There is more than one administrator: say whose the posts shall be with --owner NAME"));
    }

    /** Whoever wrote most of what is imported is most likely the one who moves in. */
    private static String mostFrequent(SiteSource source) throws IOException {
        var commits = new HashMap<String, Integer>();
        for (var file : source.files()) {
            for (var version : source.versions(file)) {
                if (version.by() != null) {
                    commits.merge(Authors.name(version.by()), 1, Integer::sum);
                }
            }
        }
        return commits.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(FIRST_NAME);
    }

    private static Map<Committer, String> accounts(@Nullable Path file) throws IOException {
        return file == null ? Map.of() : Authors.accounts(Files.readAllLines(file));
    }
}
