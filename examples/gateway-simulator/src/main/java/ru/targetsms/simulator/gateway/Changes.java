package ru.targetsms.simulator.gateway;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import ru.targetsms.simulator.model.Change;

/** Tells those who listen that something has changed, at once and on the thread that changed it. Thread safe. */
public final class Changes {

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    /**
     * Adds a listener, which must be quick: the gateway waits for it.
     *
     * @return what ends it
     */
    public Runnable listen(Consumer<Change> listener) {
        Listener added = new Listener(listener);
        listeners.add(added);
        return () -> listeners.remove(added);
    }

    void announce(Change change) {
        for (Listener listener : listeners) {
            listener.told.accept(change);
        }
    }

    /** Is a listener that equals itself only. */
    private static final class Listener {

        private final Consumer<Change> told;

        Listener(Consumer<Change> told) {
            this.told = told;
        }
    }
}
