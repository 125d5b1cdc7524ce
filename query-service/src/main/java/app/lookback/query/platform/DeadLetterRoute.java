package app.lookback.query.platform;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** For administrators: what could not be handled, and to try again. */
@RestController
class DeadLetterRoute {

    private final DeadLetterOffice office;

    DeadLetterRoute(DeadLetterOffice office) {
        this.office = office;
    }

    record Answer(List<DeadLetterOffice.Letter> letters) {}

    record Tried(boolean handled) {}

    @GetMapping("/api/dead-letters")
    Answer all() {
        return new Answer(office.all());
    }

    @PostMapping("/api/dead-letters/{view}/{aggregate}")
    Tried retry(@PathVariable String view, @PathVariable String aggregate) {
        return new Tried(office.retry(view, aggregate));
    }
}
