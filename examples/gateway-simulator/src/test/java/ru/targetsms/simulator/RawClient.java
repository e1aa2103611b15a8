package ru.targetsms.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** Posts a document over a socket of its own and sees what really comes back, HTTP or not. */
public final class RawClient {

    public static final String RESET = "reset";

    private RawClient() {}

    /** Returns every character that came until the connection ended, or {@link #RESET} as soon as it was reset. */
    public static String post(int port, String path, String document) {
        int length = document.getBytes(StandardCharsets.UTF_8).length;
        return exchange(
                port,
                "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + Client.TYPE
                        + "\r\nConnection: close\r\nContent-Length: " + length + "\r\n\r\n" + document);
    }

    /** Sends these characters, a request or not, and returns what comes back as {@link #post} does. */
    public static String exchange(int port, String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.UTF_8));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException e) {
            if (!e.getMessage().contains("reset")) {
                throw new UncheckedIOException(e);
            }
            return RESET;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
