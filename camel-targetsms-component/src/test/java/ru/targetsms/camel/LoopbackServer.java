package ru.targetsms.camel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Accepts connections on a free port of the loopback address, a thread for each. */
public abstract class LoopbackServer implements AutoCloseable {

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile Runnable onConnection = () -> {};

    protected LoopbackServer() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Serves one connection until either side leaves. */
    protected abstract void serve(Socket socket) throws IOException;

    /** Begins to accept, once the server is whole. */
    protected final void start() {
        threads.execute(this::accept);
    }

    /** Does something for every connection, whatever comes over it. */
    public final void onConnection(Runnable action) {
        onConnection = action;
    }

    /** Runs something beside the connection it belongs to. */
    protected final void beside(Runnable task) {
        threads.execute(task);
    }

    /** Closes the socket together with the server. */
    protected final Socket kept(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        sockets.add(socket);
        return socket;
    }

    public final int port() {
        return server.getLocalPort();
    }

    @Override
    public final void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        threads.shutdownNow();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = kept(server.accept());
                onConnection.run();
                threads.execute(() -> serveQuietly(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serveQuietly(Socket socket) {
        try {
            serve(socket);
        } catch (IOException e) {
            // one side left
        }
    }

    /** Reads the head of a request; null when the client left before it. */
    protected static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int b = in.read();
            if (b < 0) {
                return null;
            }
            head.write(b);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    /** Writes text at once. */
    public static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }
}
