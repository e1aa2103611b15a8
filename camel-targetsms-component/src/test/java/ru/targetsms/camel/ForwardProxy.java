package ru.targetsms.camel;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** Is a forward proxy: tunnels {@code CONNECT}, passes absolute addresses on, and may ask for a login. */
public final class ForwardProxy extends LoopbackServer {

    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final AtomicLong answered = new AtomicLong();
    private volatile boolean login;
    private volatile int refusal;
    private volatile int everythingGoesTo;

    /** Starts a proxy; one that asks for a login lets in whoever sends any. */
    public ForwardProxy(boolean login) {
        this.login = login;
        start();
    }

    /** Returns the heads of the requests, as the proxy saw them. */
    public List<String> heads() {
        return heads;
    }

    /** Counts the bytes passed on to clients. */
    public long answered() {
        return answered.get();
    }

    /** Passes everything on to this port of loopback, whatever host was asked for. */
    public ForwardProxy toward(int port) {
        everythingGoesTo = port;
        return this;
    }

    /** Lets everybody in from now on. */
    public void letIn() {
        login = false;
    }

    /** Answers everything with this status. */
    public ForwardProxy refusing(int status) {
        refusal = status;
        return this;
    }

    @Override
    protected void serve(Socket client) throws IOException {
        String head = admitted(client);
        if (head == null) {
            return;
        }
        String target = head.split(" ")[1];
        boolean tunnel = head.startsWith("CONNECT ");
        URI address = URI.create(tunnel ? "tcp://" + target : target);
        boolean asked = everythingGoesTo == 0;
        Socket upstream =
                kept(new Socket(asked ? address.getHost() : "127.0.0.1", asked ? address.getPort() : everythingGoesTo));
        if (tunnel) {
            write(client, "HTTP/1.1 200 X\r\n\r\n");
        } else {
            write(upstream, head.replaceFirst(" http://[^/]+", " "));
        }
        beside(() -> pump(client, upstream, n -> {}));
        pump(upstream, client, answered::addAndGet);
    }

    private String admitted(Socket client) throws IOException {
        for (String head = head(client.getInputStream()); head != null; head = head(client.getInputStream())) {
            heads.add(head);
            if (refusal != 0) {
                write(client, "HTTP/1.1 " + refusal + " X\r\nContent-Length: 0\r\n\r\n");
                continue;
            }
            if (!login || head.toLowerCase().contains("proxy-authorization:")) {
                return head;
            }
            write(client, "HTTP/1.1 407 X\r\nProxy-Authenticate: Basic realm=\"proxy\"\r\nContent-Length: 0\r\n\r\n");
        }
        return null;
    }

    private static void pump(Socket from, Socket to, LongConsumer meter) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                out.write(buffer, 0, n);
                meter.accept(n);
                out.flush();
            }
        } catch (IOException e) {
            // one side left
        }
    }
}
