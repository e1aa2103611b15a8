package ru.targetsms.simulator.page;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.function.ServerResponse.SseBuilder;
import ru.targetsms.simulator.gateway.Simulator;
import ru.targetsms.simulator.model.Change;

/**
 * Tells open pages that something has changed, by server-sent events named {@code messages} and {@code faults}. One
 * thread writes to all of them, and there is none while nobody listens. Thread safe.
 */
final class EventStream implements AutoCloseable {

    static final int LISTENERS = 50;

    private static final int HEARTBEAT_SECONDS = 15;
    private static final Duration FOR_EVER = Duration.ZERO;

    private final Simulator simulator;
    private final Runnable silence;
    private final AtomicLong last = new AtomicLong(System.currentTimeMillis());
    private final List<SseBuilder> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, EventStream::daemon);
    private final Pulse messages = new Pulse(thread, () -> tell(Change.MESSAGES));
    private final Pulse faults = new Pulse(thread, () -> tell(Change.FAULTS));
    private boolean ticking;
    private Instant looked;
    private int quiet;

    EventStream(Simulator simulator) {
        this.simulator = simulator;
        thread.setKeepAliveTime(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
        thread.allowCoreThreadTimeOut(true);
        thread.setRejectedExecutionHandler(new DiscardPolicy());
        silence = simulator.changes().listen(this::changed);
    }

    /** Returns the number of the last change. A page names it when it begins to listen, and misses none. */
    long last() {
        return last.get();
    }

    /** Answers with a stream, or with 503 when too many are open, or the server stops. */
    ServerResponse open(ServerRequest request) {
        if (listeners.size() >= LISTENERS || thread.isShutdown()) {
            thread.execute(() -> tellAll(EventStream::beat));
            return ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE).build();
        }
        String after = request.param("after").orElse("");
        return ServerResponse.sse(listener -> listen(listener, after), FOR_EVER);
    }

    /** Ends every stream. */
    @Override
    public void close() {
        silence.run();
        thread.shutdownNow();
        listeners.forEach(SseBuilder::complete);
        listeners.clear();
    }

    private synchronized void listen(SseBuilder listener, String after) {
        listener.onComplete(() -> listeners.remove(listener));
        listener.onError(error -> listeners.remove(listener));
        listeners.add(listener);
        thread.execute(() -> {
            send(listener, EventStream::beat);
            if (!after.isEmpty() && !after.equals(Long.toString(last()))) {
                send(listener, event(Change.MESSAGES));
                send(listener, event(Change.FAULTS));
            }
        });
        if (!ticking) {
            ticking = true;
            looked = now();
            thread.schedule(this::tick, 1, TimeUnit.SECONDS);
        }
    }

    private void changed(Change change) {
        last.incrementAndGet();
        if (!listeners.isEmpty()) {
            (change == Change.MESSAGES ? messages : faults).signal();
        }
    }

    /** Looks once a second whether time moved a message: that is no event anywhere. */
    private synchronized void tick() {
        ticking = !listeners.isEmpty();
        if (ticking) {
            Instant now = now();
            if (simulator.movedBetween(looked, now)) {
                changed(Change.MESSAGES);
            }
            looked = now;
            if (++quiet % HEARTBEAT_SECONDS == 0) {
                tellAll(EventStream::beat);
            }
            thread.schedule(this::tick, 1, TimeUnit.SECONDS);
        }
    }

    private void tell(Change change) {
        tellAll(event(change));
    }

    private void tellAll(Event event) {
        listeners.forEach(listener -> send(listener, event));
    }

    private void send(SseBuilder listener, Event event) {
        try {
            event.writeTo(listener);
        } catch (IOException | IllegalStateException e) {
            listeners.remove(listener);
        }
    }

    private Instant now() {
        return simulator.options().clock().instant();
    }

    private static Event event(Change change) {
        return listener ->
                listener.event(change.name().toLowerCase(Locale.ROOT)).data("");
    }

    private static void beat(SseBuilder listener) throws IOException {
        listener.comment("").send();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "targetsms-simulator-events");
        thread.setDaemon(true);
        return thread;
    }

    private interface Event {

        void writeTo(SseBuilder listener) throws IOException;
    }
}
