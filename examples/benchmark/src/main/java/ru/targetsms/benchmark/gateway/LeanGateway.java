package ru.targetsms.benchmark.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Accepts every message over HTTP on loopback, at little cost, and counts what it took. It reads a document by looking
 * for a few words of it and checks nothing: what the protocol is in earnest, the gateway simulator knows. Safe for
 * several threads.
 */
public final class LeanGateway implements AutoCloseable {

    private static final long FIRST_ID = 1_795_000_000_000_000L;
    private static final long IDS_PER_CONNECTION = 10_000_000_000L;

    private final ServerSocket server;
    private final ScheduledExecutorService clock;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Set<Long> threads = ConcurrentHashMap.newKeySet();
    private final AtomicLong connections = new AtomicLong();
    private final AtomicLong accepted = new AtomicLong();
    private volatile long latency;

    /** Starts on a free port of the loopback address, without latency. */
    public LeanGateway() throws IOException {
        server = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
        clock = Executors.newSingleThreadScheduledExecutor(this::thread);
        thread(this::accept).start();
    }

    /** Sets how long after the last byte of a document its answer leaves; 0 is at once. */
    public void setLatency(Duration latency) {
        this.latency = latency.toNanos();
    }

    /** Returns how many recipients were accepted since the start. */
    public long accepted() {
        return accepted.get();
    }

    /** Returns the ids of the threads that work for the gateway, to tell its costs from those of a contender. */
    public Set<Long> threads() {
        return Set.copyOf(threads);
    }

    /** Returns the address without a path. */
    public String baseUrl() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** Returns the address that takes messages (R1). */
    public String sendUrl() {
        return baseUrl() + "/xml/message.php";
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        clock.shutdownNow();
    }

    /** Lets an answer leave as long after the arrival as the gateway takes. */
    void afterLatency(long arrival, Answer answer) throws IOException {
        if (latency == 0) {
            answer.leave();
            return;
        }
        clock.schedule(
                () -> {
                    answer.leave();
                    return null;
                },
                arrival + latency - System.nanoTime(),
                TimeUnit.NANOSECONDS);
    }

    /** Returns the first message id of a new connection's range. */
    long firstId() {
        return FIRST_ID + connections.getAndIncrement() * IDS_PER_CONNECTION;
    }

    /** Counts accepted recipients. */
    void count(long recipients) {
        accepted.addAndGet(recipients);
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                sockets.add(socket);
                thread(() -> serve(socket)).start();
            }
        } catch (IOException e) {
            // Closed: nobody connects any more.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            new Connection(this, socket).serve();
        } catch (IOException e) {
            // The client went away, or the gateway is closed.
        } finally {
            sockets.remove(socket);
        }
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "lean-gateway");
        thread.setDaemon(true);
        threads.add(thread.getId());
        return thread;
    }

    /** An answer that is ready to leave. */
    interface Answer {

        /** Writes the answer. */
        void leave() throws IOException;
    }
}
