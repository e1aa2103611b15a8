package ru.targetsms.camel;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Is a gateway that misbehaves as a test scripts it: one connection at a time takes a whole request, then acts. */
public final class BrokenGateway extends LoopbackServer {

    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

    /** What happens once a request is read. */
    public interface Act {
        void on(Request request, Socket socket) throws IOException;
    }

    /** A request as it came over the wire. */
    public record Request(String head, String body) {}

    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile Act act;

    public BrokenGateway(Act act) {
        this.act = act;
        start();
    }

    /** Answers with a status and a body of its own. */
    public static Act answer(int status, String contentType, String body) {
        return (request, socket) -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            write(
                    socket,
                    "HTTP/1.1 " + status + " X\r\nContent-Type: " + contentType + "\r\nContent-Length: " + bytes.length
                            + "\r\n\r\n");
            socket.getOutputStream().write(bytes);
        };
    }

    /** Answers XML under 200. */
    public static Act xml(String body) {
        return answer(200, "text/xml; charset=utf-8", "<?xml version=\"1.0\" encoding=\"utf-8\"?>" + body);
    }

    /** Reads the request and closes the connection. */
    public static Act hangUp() {
        return (request, socket) -> socket.close();
    }

    /** Reads the request and resets the connection. */
    public static Act reset() {
        return (request, socket) -> {
            socket.setSoLinger(true, 0);
            socket.close();
        };
    }

    /** Reads the request and says nothing. */
    public static Act stall() {
        return (request, socket) -> {};
    }

    public void act(Act next) {
        act = next;
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + port();
    }

    public List<Request> requests() {
        return requests;
    }

    @Override
    protected void serve(Socket socket) throws IOException {
        InputStream in = new BufferedInputStream(socket.getInputStream());
        for (String head = head(in); head != null; head = head(in)) {
            Matcher length = LENGTH.matcher(head);
            byte[] body = length.find() ? in.readNBytes(Integer.parseInt(length.group(1))) : new byte[0];
            Request request = new Request(head, new String(body, StandardCharsets.UTF_8));
            requests.add(request);
            act.on(request, socket);
        }
    }
}
