package ru.targetsms.benchmark.gateway;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One connection that stays open: a POST with a length, its answer, the next POST. Used by one thread. */
final class Connection {

    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final String LENGTH = "\r\nContent-Length: ";

    private final LeanGateway gateway;
    private final InputStream in;
    private final OutputStream out;
    private final AnswerWriter answers;
    private byte[] buffer = new byte[64 * 1024];
    private int end;

    Connection(LeanGateway gateway, Socket socket) throws IOException {
        this.gateway = gateway;
        this.answers = new AnswerWriter(gateway.firstId());
        socket.setTcpNoDelay(true);
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    /**
     * Serves until the client hangs up.
     *
     * @throws IOException when it does, or sends a document without a length
     */
    void serve() throws IOException {
        while (true) {
            String head = readHead();
            int from = head.length();
            int length = length(head);
            readUpTo(from + length);
            long arrival = System.nanoTime();
            // One byte, one character: what is looked for is ASCII, and the JDK looks for it with vector instructions.
            String document = new String(buffer, from, length, StandardCharsets.ISO_8859_1);
            end = 0;
            long firstId = answers.nextId();
            byte[] answer = answers.answer(document);
            gateway.count(answers.nextId() - firstId);
            gateway.afterLatency(arrival, () -> out.write(answer));
        }
    }

    private String readHead() throws IOException {
        while (true) {
            String text = new String(buffer, 0, Math.min(end, 4096), StandardCharsets.ISO_8859_1);
            int head = text.indexOf(END_OF_HEAD);
            if (head >= 0) {
                return text.substring(0, head + END_OF_HEAD.length());
            }
            readUpTo(end + 1);
        }
    }

    private void readUpTo(int wanted) throws IOException {
        if (wanted > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(wanted, 2 * buffer.length));
        }
        while (end < wanted) {
            int read = in.read(buffer, end, buffer.length - end);
            if (read < 0) {
                throw new EOFException();
            }
            end += read;
        }
    }

    private static int length(String head) throws IOException {
        int at = head.indexOf(LENGTH);
        if (at < 0) {
            throw new IOException("a document without Content-Length");
        }
        int from = at + LENGTH.length();
        return Integer.parseInt(head, from, head.indexOf('\r', from), 10);
    }
}
