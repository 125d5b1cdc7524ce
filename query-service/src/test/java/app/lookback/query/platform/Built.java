package app.lookback.query.platform;

import org.springframework.beans.factory.BeanFactory;

/** Asks how far the views are now, and not what was known of it two seconds ago. */
public final class Built {

    private Built() {}

    /** Whether no view is far behind, and nobody is told so any more. */
    public static boolean areAllViews(BeanFactory beans) {
        var progress = beans.getBean(Progress.class);
        progress.tick();
        return progress.views().stream().noneMatch(Progress.View::isFarBehind);
    }
}
