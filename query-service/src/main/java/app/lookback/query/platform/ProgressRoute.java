package app.lookback.query.platform;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ProgressRoute {

    private final Progress progress;

    ProgressRoute(Progress progress) {
        this.progress = progress;
    }

    record Answer(List<Progress.View> views) {}

    @GetMapping("/api/progress")
    Answer progress() {
        return new Answer(progress.views());
    }
}
