package app.lookback.command.importing;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of an import.
 *
 * @param site a folder, a git repository or a zip file
 * @param owner the name of the account that shall own the posts; null for the only administrator
 * @param authors a file that says who the people of the repository are here; null for none
 */
public record ImportOrder(
        Path site, @Nullable String owner, @Nullable Path authors) {}
