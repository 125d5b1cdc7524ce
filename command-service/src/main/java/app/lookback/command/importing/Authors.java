package app.lookback.command.importing;

import app.lookback.command.importing.Version.Committer;
import app.lookback.command.people.Guests;
import app.lookback.command.people.Owners;
import app.lookback.contract.PersonId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who the people of a repository are here: as a file says, else whoever has that name, else a guest of that name. */
final class Authors {

    private static final Pattern LINE = Pattern.compile("(.*?)\\s*<([^<>]*)>\\s*=\\s*(.+)");
    private static final int LONGEST_NAME = 60;

    private final Guests guests;
    private final Owners owners;
    private final PersonId owner;
    private final Map<Committer, String> accounts;
    private final Map<String, PersonId> known = new HashMap<>();

    Authors(Guests guests, Owners owners, PersonId owner, Map<Committer, String> accounts) {
        this.guests = guests;
        this.owners = owners;
        this.owner = owner;
        this.accounts = accounts;
    }

    /** Lines such as {@code Ada <ada@example.org> = Ada Lovelace}; a name or an address that is left out fits any. */
    static Map<Committer, String> accounts(List<String> lines) {
        var accounts = new HashMap<Committer, String>();
        for (int at = 0; at < lines.size(); at++) {
            var line = lines.get(at).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                var parts = LINE.matcher(line);
                if (!parts.matches()) {
                    throw new NotImported(
                            "Line %d of the authors' file is not like: Ada <ada@example.org> = Name of an account"
                                    .formatted(at + 1));
                }
                accounts.put(
                        new Committer(parts.group(1).strip(), parts.group(2).strip()),
                        parts.group(3).strip());
            }
        }
        return accounts;
    }

    PersonId of(@Nullable Committer committer, Instant at) {
        if (committer == null) {
            return owner;
        }
        var account = account(committer);
        if (account != null) {
            return owners.named(account)
                    .orElseThrow(() -> new NotImported(
                            "The authors' file names the account '%s', which does not exist.".formatted(account)));
        }
        var name = name(committer);
        return known.computeIfAbsent(name, none -> owners.named(name).orElseGet(() -> guests.named(name, at)));
    }

    private @Nullable String account(Committer committer) {
        for (var key : List.of(committer, new Committer("", committer.mail()), new Committer(committer.name(), ""))) {
            if (accounts.containsKey(key)) {
                return accounts.get(key);
            }
        }
        return null;
    }

    /** As an account may be called. */
    static String name(Committer committer) {
        var said = committer.name().isBlank() ? committer.mail().replaceFirst("@.*", "") : committer.name();
        var clean = said.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\u2028\\u2029]", "")
                .strip();
        var points = clean.codePoints().limit(LONGEST_NAME).toArray();
        return points.length == 0 ? "Somebody" : new String(points, 0, points.length).strip();
    }
}
