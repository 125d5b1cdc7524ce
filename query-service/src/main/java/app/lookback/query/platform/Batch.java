package app.lookback.query.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Gathers the events that a processor hands over together, so that a view is written once for all of them, and before
 * the processor stores that they are done. A view that gathers must gather each event that it handles.
 */
public final class Batch {

    private Batch() {}

    public static <E> void gather(E event, Object view, Consumer<List<E>> write) {
        var work = CurrentUnitOfWork.get();
        List<E> gathered = work.root().getOrComputeResource("batch of " + view, key -> new ArrayList<>());
        gathered.add(event);
        if (!(work instanceof BatchingUnitOfWork<?> batch) || batch.isLastMessage()) {
            write.accept(gathered);
        }
    }
}
