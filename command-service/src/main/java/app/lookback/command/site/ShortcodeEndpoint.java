package app.lookback.command.site;

import app.lookback.command.platform.Body;
import app.lookback.command.platform.Decisions;
import app.lookback.command.platform.Time;
import app.lookback.contract.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The templates of a site's own shortcodes, which administrators write; they stand where Hugo looks for them. */
@RestController
class ShortcodeEndpoint {

    /** In bytes. */
    private static final int LONGEST = 64 * 1024;

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_-]{0,99}");

    private final Decisions decisions;
    private final Time time;

    ShortcodeEndpoint(Decisions decisions, Time time) {
        this.decisions = decisions;
        this.time = time;
    }

    @PutMapping("/api/site/shortcodes/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(@PathVariable String name, HttpServletRequest request) {
        var by = administrator(request);
        var path = path(name);
        var template = Body.bytes(request, LONGEST);
        Body.text(template);
        decisions.<Object>decide(new KeepFile(path, template, by, time.now()));
    }

    @DeleteMapping("/api/site/shortcodes/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String name, HttpServletRequest request) {
        var by = administrator(request);
        decisions.<Object>decide(new RemoveFile(path(name), by, time.now()));
    }

    private static PersonId administrator(HttpServletRequest request) {
        if (!request.isUserInRole("ADMINISTRATOR")) {
            throw new SiteRefusal.AdministratorsOnly();
        }
        return new PersonId(request.getUserPrincipal().getName());
    }

    private static String path(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new SiteRefusal.BadName();
        }
        return "layouts/shortcodes/" + name + ".html";
    }
}
