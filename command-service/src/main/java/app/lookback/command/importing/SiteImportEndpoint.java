package app.lookback.command.importing;

import app.lookback.command.platform.Body;
import app.lookback.command.platform.Refusal;
import app.lookback.contract.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Takes a zipped site from an administrator, and tells line by line how far it is; the last line is the report. */
@RestController
class SiteImportEndpoint {

    private static final long LARGEST_ZIP = 500_000_000;
    private static final long BETWEEN_LINES_NANOS = Duration.ofMillis(200).toNanos();

    /** A line of the answer, one of its fields at a time. */
    private record Progress(String doing, int done, int all) {}

    private final SiteImport sites;
    private final Semaphore one = new Semaphore(1);

    SiteImportEndpoint(SiteImport sites) {
        this.sites = sites;
    }

    @PostMapping("/api/imports")
    void take(HttpServletRequest request, HttpServletResponse response, Principal person) throws IOException {
        if (!request.isUserInRole("ADMINISTRATOR")) {
            throw new AdministratorsOnly();
        }
        if (!String.valueOf(request.getContentType()).startsWith("application/zip")) {
            throw new Body.WrongType("Send the zipped site as application/zip.");
        }
        if (!one.tryAcquire()) {
            throw new AnotherRuns();
        }
        var zip = Files.createTempFile("lookback-import", ".zip");
        try {
            receive(request, zip);
            answer(zip, new PersonId(person.getName()), response);
        } finally {
            Files.deleteIfExists(zip);
            one.release();
        }
    }

    private static void receive(HttpServletRequest request, Path zip) throws IOException {
        if (request.getContentLengthLong() > LARGEST_ZIP) {
            throw new TooLarge();
        }
        long taken = 0;
        var buffer = new byte[65_536];
        try (var output = Files.newOutputStream(zip)) {
            var input = request.getInputStream();
            for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                taken += read;
                if (taken > LARGEST_ZIP) {
                    throw new TooLarge();
                }
                output.write(buffer, 0, read);
            }
        }
    }

    private void answer(Path zip, PersonId owner, HttpServletResponse response) throws IOException {
        response.setContentType("application/x-ndjson");
        response.setHeader("Cache-Control", "no-store");
        var output = response.getOutputStream();
        var told = new long[] {0};
        try {
            var report = sites.run(zip, owner, (doing, done, all) -> {
                long now = System.nanoTime();
                if (done == all || now - told[0] > BETWEEN_LINES_NANOS) {
                    told[0] = now;
                    line(output, Map.of("progress", new Progress(doing, done, all)));
                }
            });
            line(output, Map.of("report", report));
        } catch (NotImported | Refusal cannot) {
            line(output, Map.of("problem", String.valueOf(cannot.getMessage())));
        }
    }

    /** Whoever has gone away is not waited for: the import goes on. */
    private static void line(OutputStream output, Object said) {
        try {
            output.write((JsonMapper.shared().writeValueAsString(said) + "\n").getBytes(StandardCharsets.UTF_8));
            output.flush();
        } catch (IOException gone) {
            // What was imported is told by the library.
        }
    }

    /** A whole site concerns everybody. */
    static final class AdministratorsOnly extends Refusal {
        AdministratorsOnly() {
            super(Kind.NOT_ALLOWED, "administrators-only", "Only an administrator imports a whole site.");
        }
    }

    /** Two at once would only be slower. */
    static final class AnotherRuns extends Refusal {
        AnotherRuns() {
            super(Kind.BUSY, "busy", "Another site is being imported. Try again when it is done.");
        }
    }

    /** More than one sends by a browser. */
    static final class TooLarge extends Refusal {
        TooLarge() {
            super(
                    Kind.TOO_LARGE,
                    "too-large",
                    "The zip file is larger than 500 MB. Import it on the server: ./lookback import FILE");
        }
    }
}
