package app.lookback.query.cache;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * An answer as readers get it, compressed once.
 *
 * @param lastModified in milliseconds, or -1
 * @param gzip null where compressing it gains nothing
 */
record Kept(Made made, List<Header> headers, String etag, long lastModified, byte[] plain, byte @Nullable [] gzip) {

    /** One line of a header. */
    record Header(String name, String value) {}

    private static final int SHORTEST = 500;
    private static final Set<String> ITS_OWN = Set.of("etag", "content-length", "last-modified", "date", "connection");

    /** What stands in {@code answer}, whose body is {@code plain}. */
    static Kept of(Made made, HttpServletResponse answer, byte[] plain) {
        var headers = new ArrayList<Header>();
        for (var name : answer.getHeaderNames()) {
            if (!ITS_OWN.contains(name.toLowerCase(Locale.ROOT))) {
                answer.getHeaders(name).forEach(value -> headers.add(new Header(name, value)));
            }
        }
        var type = String.valueOf(answer.getContentType());
        if (answer.getHeader(HttpHeaders.CONTENT_TYPE) == null) {
            headers.add(new Header(HttpHeaders.CONTENT_TYPE, type));
        }
        return new Kept(
                made,
                List.copyOf(headers),
                String.valueOf(answer.getHeader(HttpHeaders.ETAG)),
                modified(answer),
                plain,
                isText(type) ? compressed(plain) : null);
    }

    private static long modified(HttpServletResponse answer) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.LAST_MODIFIED, answer.getHeader(HttpHeaders.LAST_MODIFIED));
        return headers.getLastModified();
    }

    private static boolean isText(String type) {
        return type.startsWith("text/") || type.contains("xml") || type.contains("json") || type.contains("javascript");
    }

    private static byte @Nullable [] compressed(byte[] plain) {
        if (plain.length < SHORTEST) {
            return null;
        }
        var bytes = new ByteArrayOutputStream(plain.length / 3);
        try (var gzip = new GZIPOutputStream(bytes) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(plain);
        } catch (IOException onlyMemory) {
            throw new UncheckedIOException(onlyMemory);
        }
        return bytes.size() < plain.length ? bytes.toByteArray() : null;
    }

    int size() {
        return plain.length + (gzip == null ? 0 : gzip.length);
    }

    /** Sends it, or that whoever asks has it already. */
    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        headers.forEach(header -> response.addHeader(header.name(), header.value()));
        byte[] body = plain;
        var tag = etag;
        if (gzip != null) {
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            if (acceptsGzip(request)) {
                body = gzip;
                tag = etag.substring(0, etag.length() - 1) + "-gzip\"";
                response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            }
        }
        if (!isKnown(request, response, tag)) {
            response.setContentLength(body.length);
            if (!request.getMethod().equals("HEAD")) {
                response.getOutputStream().write(body);
            }
        }
    }

    /** Bytes of another form are other bytes, and have another name (RFC 9110, 8.8.3). */
    private boolean isKnown(HttpServletRequest request, HttpServletResponse response, String tag) {
        if (request.getHeader(HttpHeaders.IF_NONE_MATCH) == null
                && request.getHeader(HttpHeaders.IF_MODIFIED_SINCE) == null) {
            response.setHeader(HttpHeaders.ETAG, tag);
            if (lastModified >= 0) {
                response.setDateHeader(HttpHeaders.LAST_MODIFIED, lastModified);
            }
            return false;
        }
        boolean known = new ServletWebRequest(request, response).checkNotModified(tag, lastModified);
        if (known) {
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
            response.setHeader(HttpHeaders.CONTENT_ENCODING, null);
        }
        return known;
    }

    private static boolean acceptsGzip(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && accepted.contains("gzip") && !accepted.contains("gzip;q=0");
    }
}
