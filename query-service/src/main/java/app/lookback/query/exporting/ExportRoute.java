package app.lookback.query.exporting;

import app.lookback.query.history.Revisions;
import app.lookback.query.library.Library;
import app.lookback.query.library.Membership;
import app.lookback.query.platform.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A post with its images, or for administrators the whole blog, as a zip that is made while it is sent. */
@RestController
class ExportRoute {

    private static final int MOST_AT_ONCE = 3;

    private final Membership membership;
    private final Library library;
    private final Export export;
    private final Semaphore room = new Semaphore(MOST_AT_ONCE);

    ExportRoute(Membership membership, Library library, Revisions revisions, DataSource database) {
        this.membership = membership;
        this.library = library;
        this.export = new Export(
                new LoggedEvents(database),
                (post, revision) -> revisions.source(post, revision).orElseThrow());
    }

    @GetMapping("/api/export")
    void site(@RequestParam(defaultValue = "false") boolean published, HttpServletResponse response)
            throws IOException {
        send("blog", response, zip -> export.write(zip, published));
    }

    @GetMapping("/api/posts/{name}/zip")
    void post(@PathVariable String name, Principal who, HttpServletResponse response) throws IOException {
        var post = membership.enter(name, who);
        var path = library.find(post)
                .orElseThrow(() -> new NotFound("This post is not there yet. Try again in a moment."))
                .path();
        send(path.replaceAll("^/posts/|^/|/$", "").replace('/', '-'), response, zip -> export.write(post, zip));
    }

    private interface Writing {
        void to(Receiver zip) throws IOException;
    }

    /** What breaks off must not look complete: an IOException has the server cut the connection. */
    private void send(String name, HttpServletResponse response, Writing writing) throws IOException {
        if (!room.tryAcquire()) {
            throw busy();
        }
        try {
            writing.to(new Zipped(attachment(name, response), name, Instant.now()));
        } catch (RuntimeException broken) {
            if (response.isCommitted()) {
                throw new IOException("An export broke off", broken);
            }
            throw broken;
        } finally {
            room.release();
        }
    }

    private static OutputStream attachment(String name, HttpServletResponse response) throws IOException {
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + ".zip", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return response.getOutputStream();
    }

    private static ErrorResponseException busy() {
        var busy = new ErrorResponseException(HttpStatus.SERVICE_UNAVAILABLE);
        busy.setDetail("Others are taking the blog out just now. Try again in a minute.");
        busy.getHeaders().set(HttpHeaders.RETRY_AFTER, "60");
        return busy;
    }
}
