package ru.targetsms.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A port in front of a gateway that can be cut, in the middle of whatever goes through it, and mended. */
final class TroubledGateway implements AutoCloseable {

    private final int target;
    private final int port;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private ServerSocket server;

    TroubledGateway(int target) {
        this.target = target;
        this.port = listen(0);
    }

    String baseUrl() {
        return "http://127.0.0.1:" + port;
    }

    /** Breaks every connection and refuses new ones. */
    void cut() {
        close(server);
        open.forEach(TroubledGateway::close);
    }

    void mend() {
        listen(port);
    }

    @Override
    public void close() {
        cut();
        threads.shutdownNow();
    }

    private int listen(int wanted) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            server = socket;
            threads.execute(() -> accept(socket));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket socket) {
        try {
            while (true) {
                Socket here = socket.accept();
                Socket there = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(here);
                open.add(there);
                threads.execute(() -> pump(here, there));
                threads.execute(() -> pump(there, here));
            }
        } catch (IOException e) {
            close(socket);
        }
    }

    private void pump(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // The other side has been cut.
        } finally {
            open.remove(from);
        }
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
