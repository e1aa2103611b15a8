package ru.targetsms.simulator.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Is a network that fails: passes TCP connections on to a gateway, on a free port of loopback, and does to each request
 * what the first {@link Toxic} says that takes it. A request begins with the first byte of a connection, or the first
 * after an answer; so it is plain HTTP that is understood, not TLS. Thread safe.
 *
 * <pre>{@code
 * try (FaultProxy proxy = FaultProxy.to(gateway.port())) {
 *     Toxic toxic = proxy.add(Toxic.resetAfterRequestBytes(500).first(1));
 *     // send something to proxy.baseUrl()
 *     assertThat(toxic.fired()).isOne();
 * }
 * }</pre>
 */
public final class FaultProxy implements AutoCloseable {

    private final InetSocketAddress gateway;
    private final List<Toxic> toxics = new CopyOnWriteArrayList<>();
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "fault-proxy");
        thread.setDaemon(true);
        return thread;
    });
    private final int port;
    private ServerSocket listener;
    private CompletableFuture<Void> acceptor;

    private FaultProxy(InetSocketAddress gateway) {
        this.gateway = gateway;
        listen(0);
        port = listener.getLocalPort();
    }

    /** Starts a proxy to a port of loopback. */
    public static FaultProxy to(int port) {
        return new FaultProxy(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /** Starts a proxy to a port of a host. */
    public static FaultProxy to(String host, int port) {
        return new FaultProxy(new InetSocketAddress(host, port));
    }

    /** Returns the address without a path, for instance {@code http://127.0.0.1:45123}. */
    public String baseUrl() {
        return "http://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /** Lets something go wrong from the next request on, also on connections that are open; returns the toxic. */
    public synchronized Toxic add(Toxic toxic) {
        toxics.add(toxic);
        if (toxic.kind() == Toxic.Kind.DOWN) {
            hangUp();
            toxic.acted();
        }
        return toxic;
    }

    /**
     * Ends every toxic; takes connections again. A request that a toxic has taken stays with it.
     *
     * @throws UncheckedIOException when somebody else took the port while the proxy was down
     */
    public synchronized void clear() {
        toxics.clear();
        if (listener.isClosed() && closed.getCount() > 0) {
            listen(port);
        }
    }

    /** Closes the port and every connection, and waits for the threads to end. */
    @Override
    public void close() {
        synchronized (this) {
            closed.countDown();
            hangUp();
        }
        threads.shutdown();
        try {
            if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The proxy did not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns what is to become of a request that begins. */
    Toxic take(boolean connectionUsed) {
        return toxics.stream()
                .filter(toxic -> toxic.takes(connectionUsed))
                .findFirst()
                .orElse(Toxic.NONE);
    }

    /** Waits; returns false when the proxy was closed before the time was over. */
    boolean pause(Duration time) {
        try {
            return !closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void ended(Link link) {
        links.remove(link);
    }

    private void listen(int wanted) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            listener = socket;
            acceptor = CompletableFuture.runAsync(() -> accept(socket), threads);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                connect(socket.accept());
            } catch (IOException e) {
                // The port was closed, or the connection was gone before it could be taken.
            }
        }
    }

    private void connect(Socket client) throws IOException {
        Link link = new Link(this, client, gateway);
        links.add(link);
        threads.execute(link::requests);
        threads.execute(link::answers);
    }

    /** Closes the port, which is open until nobody accepts on it, and then the connections. */
    private void hangUp() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        acceptor.join();
        links.forEach(Link::close);
    }
}
