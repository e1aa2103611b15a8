package ru.targetsms.camel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Is a forward proxy: tunnels {@code CONNECT}, passes absolute addresses on, and may ask for a login. */
public final class ForwardProxy implements AutoCloseable {

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final boolean login;

    /** Starts a proxy; one that asks for a login lets in whoever sends any. */
    public ForwardProxy(boolean login) {
        this.login = login;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        threads.execute(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Returns the heads of the requests, as the proxy saw them. */
    public List<String> heads() {
        return heads;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        threads.shutdownNow();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                sockets.add(client);
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try {
            String head = head(client.getInputStream());
            while (login && !head.toLowerCase().contains("proxy-authorization:")) {
                heads.add(head);
                BrokenGateway.write(
                        client,
                        "HTTP/1.1 407 X\r\nProxy-Authenticate: Basic realm=\"proxy\"\r\nContent-Length: 0\r\n\r\n");
                head = head(client.getInputStream());
            }
            heads.add(head);
            String target = head.split(" ")[1];
            boolean tunnel = head.startsWith("CONNECT ");
            URI address = URI.create(tunnel ? "tcp://" + target : target);
            Socket upstream = new Socket(address.getHost(), address.getPort());
            sockets.add(upstream);
            if (tunnel) {
                BrokenGateway.write(client, "HTTP/1.1 200 X\r\n\r\n");
            } else {
                BrokenGateway.write(upstream, head.replaceFirst(" http://[^/]+", " "));
            }
            threads.execute(() -> pump(client, upstream));
            pump(upstream, client);
        } catch (IOException | RuntimeException e) {
            // one side left
        }
    }

    private static void pump(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                out.write(buffer, 0, n);
                out.flush();
            }
        } catch (IOException e) {
            // one side left
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("the client left");
            }
            head.write(b);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }
}
