package ru.targetsms.simulator.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ru.targetsms.simulator.gateway.Call;
import ru.targetsms.simulator.gateway.Door;
import ru.targetsms.simulator.gateway.Reply;

/** Opens a {@link Door} to HTTP. Whatever is wrong with a request, it is the answer that says so. */
public final class GatewayServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final byte[] NOTHING = {};

    private final transient Door door;
    private final int maxBody;

    /** @param maxBody bytes of a body at most; of a longer one a single byte more is kept, the rest thrown away */
    public GatewayServlet(Door door, int maxBody) {
        this.door = door;
        this.maxBody = maxBody;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getMethod().equals("POST") ? read(request.getInputStream()) : NOTHING;
        Connection connection = Connection.of(request);
        Reply reply = door.answer(new Call(request.getServletPath(), headers(request), body, connection != null));
        if (reply instanceof Reply.Raw raw) {
            connection.end(raw.bytes(), raw.reset());
        } else if (reply instanceof Reply.Http http) {
            send(http, response, connection);
        }
    }

    private static void send(Reply.Http reply, HttpServletResponse response, Connection connection) throws IOException {
        response.setStatus(reply.status());
        response.setContentType(reply.type());
        reply.headers().forEach(response::addHeader);
        if (reply.sender() == Reply.Sender.AT_ONCE) {
            response.setContentLength(reply.body().length);
        } else {
            response.flushBuffer();
        }
        try {
            reply.sender().send(reply.body(), response.getOutputStream());
        } catch (Reply.Abandoned e) {
            if (connection == null) {
                throw e;
            }
            connection.end(NOTHING, false);
        }
    }

    private byte[] read(InputStream in) throws IOException {
        byte[] body = in.readNBytes(maxBody + 1);
        in.transferTo(OutputStream.nullOutputStream());
        return body;
    }

    private static Map<String, List<String>> headers(HttpServletRequest request) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name, Collections.list(request.getHeaders(name)));
        }
        return Collections.unmodifiableMap(headers);
    }
}
