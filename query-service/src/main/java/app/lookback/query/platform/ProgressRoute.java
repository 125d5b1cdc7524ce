package app.lookback.query.platform;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ProgressRoute {

    private final Progress progress;
    private final DeadLetterOffice letters;

    ProgressRoute(Progress progress, DeadLetterOffice letters) {
        this.progress = progress;
        this.letters = letters;
    }

    /** {@code stopped}: for how many posts a view could not go on. */
    record Answer(List<Progress.View> views, long stopped) {}

    @GetMapping("/api/progress")
    Answer progress() {
        return new Answer(progress.views(), letters.count());
    }
}
