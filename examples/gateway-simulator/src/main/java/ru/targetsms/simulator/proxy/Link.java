package ru.targetsms.simulator.proxy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Passes bytes to and fro between one client and the gateway, until a toxic or one of the two ends it. */
final class Link {

    private static final int BUFFER = 8192;

    private final FaultProxy proxy;
    private final Socket client;
    private final Socket server;
    private volatile Toxic toxic = Toxic.NONE;
    private volatile boolean begins = true;
    private volatile boolean used;
    private int sent;
    private int received;

    Link(FaultProxy proxy, Socket client, InetSocketAddress gateway) throws IOException {
        this.proxy = proxy;
        this.client = client;
        this.server = new Socket();
        try {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            server.connect(gateway);
        } catch (IOException e) {
            reset();
            throw e;
        }
    }

    /** Passes what the client says on, until the connection ends. */
    void requests() {
        byte[] buffer = new byte[BUFFER];
        try {
            int length = client.getInputStream().read(buffer);
            while (length >= 0 && request(buffer, length)) {
                length = client.getInputStream().read(buffer);
            }
            if (length < 0 && toxic.kind() != Toxic.Kind.BLACKHOLE) {
                server.shutdownOutput();
            } else {
                close();
            }
        } catch (IOException e) {
            close();
        }
    }

    /** Passes what the gateway says on, until the connection ends. */
    void answers() {
        byte[] buffer = new byte[BUFFER];
        try {
            int length = server.getInputStream().read(buffer);
            while (length >= 0 && answer(buffer, length)) {
                length = server.getInputStream().read(buffer);
            }
            if (length >= 0 || toxic.kind() != Toxic.Kind.BLACKHOLE) {
                close();
            }
        } catch (IOException e) {
            close();
        }
    }

    /** Returns false when this was the last of it. */
    private boolean request(byte[] bytes, int length) throws IOException {
        boolean first = begins;
        if (first) {
            begins = false;
            sent = 0;
            toxic = proxy.take(used);
        }
        OutputStream out = server.getOutputStream();
        switch (toxic.kind()) {
            case CLOSE_IDLE -> {
                toxic.acted();
                return reset();
            }
            case BLACKHOLE -> {
                actOnce(first);
                return true;
            }
            case RESET_REQUEST -> {
                int left = Math.min(length, toxic.bytes() - sent);
                out.write(bytes, 0, left);
                sent += left;
                if (sent == toxic.bytes()) {
                    toxic.acted();
                    return reset();
                }
                return true;
            }
            default -> {
                out.write(bytes, 0, length);
                return true;
            }
        }
    }

    /** Returns false when this was the last of it. */
    private boolean answer(byte[] bytes, int length) throws IOException {
        boolean first = !begins;
        if (first) {
            received = 0;
            used = true;
            begins = true;
        }
        OutputStream out = client.getOutputStream();
        switch (toxic.kind()) {
            case LATENCY -> {
                actOnce(first);
                return proxy.pause(toxic.pause()) && write(out, bytes, 0, length);
            }
            case SLICE -> {
                actOnce(first);
                boolean open = true;
                for (int at = 0; at < length && open; at += toxic.bytes()) {
                    open = proxy.pause(toxic.pause()) && write(out, bytes, at, Math.min(toxic.bytes(), length - at));
                }
                return open;
            }
            case LIMIT_ANSWER, RESET_ANSWER -> {
                int left = Math.min(length, toxic.bytes() - received);
                out.write(bytes, 0, left);
                received += left;
                if (received < toxic.bytes()) {
                    return true;
                }
                toxic.acted();
                return toxic.kind() == Toxic.Kind.RESET_ANSWER && reset();
            }
            default -> {
                return write(out, bytes, 0, length);
            }
        }
    }

    /** Closes both ends in order. */
    void close() {
        proxy.ended(this);
        quietly(client::close);
        quietly(server::close);
    }

    private boolean reset() {
        quietly(() -> client.setSoLinger(true, 0));
        close();
        return false;
    }

    private void actOnce(boolean first) {
        if (first) {
            toxic.acted();
        }
    }

    private static boolean write(OutputStream out, byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        return true;
    }

    private static void quietly(Closing closing) {
        try {
            closing.run();
        } catch (IOException e) {
            // It is closed already.
        }
    }

    private interface Closing {
        void run() throws IOException;
    }
}
