package app.lookback.query.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the events that a processor hands over together, so that a view is written once for all of them, and before
 * the processor stores that they are done.
 */
public final class Batch {

    private static final String GATHERED = Batch.class.getName();

    private final Map<Object, Gathered<?>> ofView = new LinkedHashMap<>();

    private record Gathered<E>(List<E> events, Consumer<List<E>> write) {
        void writeAll() {
            write.accept(events);
        }
    }

    private Batch() {}

    /** Has {@code write} called with this event and all others of the batch; at once where there is no batch. */
    public static <E> void gather(E event, Object view, Consumer<List<E>> write) {
        @Nullable Batch batch = CurrentUnitOfWork.get().getResource(GATHERED);
        if (batch == null) {
            write.accept(List.of(event));
        } else {
            batch.add(event, view, write);
        }
    }

    @SuppressWarnings("unchecked") // a view gathers events of one type
    private <E> void add(E event, Object view, Consumer<List<E>> write) {
        var gathered = (Gathered<E>) ofView.computeIfAbsent(view, key -> new Gathered<>(new ArrayList<>(), write));
        gathered.events().add(event);
    }

    /**
     * What writes at the end of each batch. A batch that cannot be written comes again, and then each event is written by
     * itself, so that it is told apart which of them is to blame.
     */
    static final class Writing implements MessageHandlerInterceptor<EventMessage<?>> {

        private boolean oneByOne;

        @Override
        public @Nullable Object handle(UnitOfWork<? extends EventMessage<?>> work, InterceptorChain chain)
                throws Exception {
            if (!(work instanceof BatchingUnitOfWork<?> batching)) {
                return chain.proceed();
            }
            var batch = oneByOne ? null : work.getOrComputeResource(GATHERED, key -> new Batch());
            var result = chain.proceed();
            if (batching.isLastMessage()) {
                write(batch);
            }
            return result;
        }

        private void write(@Nullable Batch batch) {
            try {
                if (batch != null) {
                    batch.ofView.values().forEach(Gathered::writeAll);
                }
                oneByOne = false;
            } catch (RuntimeException failure) {
                oneByOne = !Outage.isBehind(failure);
                throw failure;
            }
        }
    }
}
