package ru.targetsms.camel.faults;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import ru.targetsms.camel.LoopbackServer;

/** Answers every greeting with the choice of TLS 1.0. No JDK of today would do that, so it says only this one sentence. */
final class OldTlsServer extends LoopbackServer {

    /** A record with a ServerHello: version 3.1, 32 random bytes, no session, ECDHE with AES-128-CBC-SHA, no compression. */
    private static final byte[] SERVER_HELLO =
            HexFormat.of().parseHex("160301002a" + "020000260301" + "5a".repeat(32) + "00" + "c013" + "00");

    private final AtomicInteger hellos = new AtomicInteger();

    OldTlsServer() {
        start();
    }

    /** Counts the greetings answered. */
    int hellos() {
        return hellos.get();
    }

    @Override
    protected void serve(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        in.readNBytes(3);
        in.readNBytes(in.readUnsignedShort());
        hellos.incrementAndGet();
        socket.getOutputStream().write(SERVER_HELLO);
        in.transferTo(java.io.OutputStream.nullOutputStream());
    }
}
