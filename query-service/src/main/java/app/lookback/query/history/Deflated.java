package app.lookback.query.history;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Bytes as they are kept: most of what history says has been said shortly before. */
final class Deflated {

    private Deflated() {}

    static byte[] of(byte[] bytes) {
        var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        var deflated = new ByteArrayOutputStream(bytes.length / 2 + 64);
        try (var out = new DeflaterOutputStream(deflated, deflater)) {
            out.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            deflater.end();
        }
        return deflated.toByteArray();
    }

    static byte[] inflated(byte[] deflated) {
        var inflater = new Inflater(true);
        try (var in = new InflaterInputStream(new ByteArrayInputStream(deflated), inflater, 8192)) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } finally {
            inflater.end();
        }
    }
}
