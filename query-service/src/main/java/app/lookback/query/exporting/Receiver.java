package app.lookback.query.exporting;

import java.io.IOException;

/** Takes the files of an export, one after the other. */
interface Receiver {

    /** {@code path} is relative to the site's folder and safe. */
    void take(String path, byte[] bytes) throws IOException;

    /** There are no more; {@code manifest} says what was written, as {@code sha256sum} does. */
    void finish(Manifest manifest) throws IOException;
}
