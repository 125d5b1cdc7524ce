package app.lookback.command.post;

import app.lookback.command.platform.Decisions;
import app.lookback.command.platform.Time;
import app.lookback.command.post.PostCommand.PublishScheduled;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Publishes what is due, a second later at most; of several nodes that try, the log lets one. */
@Component
class PublishingWhenDue {

    private static final Logger log = LoggerFactory.getLogger(PublishingWhenDue.class);

    private final Schedules schedules;
    private final Decisions decisions;
    private final Time time;

    PublishingWhenDue(Schedules schedules, Decisions decisions, Time time) {
        this.schedules = schedules;
        this.decisions = decisions;
        this.time = time;
    }

    @Scheduled(fixedDelay = 1000)
    void publish() {
        for (var due : schedules.dueAt(time.now())) {
            try {
                decisions.<Object>decide(new PublishScheduled(due.post(), due.at(), time.now()));
                schedules.forget(due);
            } catch (RuntimeException failure) {
                log.warn(
                        "{} is not published yet though it is due; it is tried again: {}",
                        due.post(),
                        failure.toString());
            }
        }
    }
}
