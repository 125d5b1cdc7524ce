package app.lookback.command.importing;

import java.io.IOException;
import java.util.List;

/** Where a Hugo site is read from. */
interface SiteSource extends AutoCloseable {

    /** The files of the site as it stands, in order, with slashes between the parts of their paths. */
    List<String> files();

    /** How many bytes the file of this path has. */
    long size(String path) throws IOException;

    byte[] bytes(String path) throws IOException;

    /** What the file held before, the oldest first and as it stands last; without a history that alone. */
    List<Version> versions(String path) throws IOException;

    /** What a person should know of how it was read: sentences. */
    List<String> notes();

    @Override
    default void close() {}
}
