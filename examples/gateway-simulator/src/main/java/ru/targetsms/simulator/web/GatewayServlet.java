package ru.targetsms.simulator.web;

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

/** Opens a {@link Door} to HTTP. Whatever is wrong with a request, the status is 200 and the body says it. */
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
        byte[] answer = door.answer(new Call(request.getServletPath(), headers(request), body));
        response.setContentType("text/xml; charset=utf-8");
        response.setContentLength(answer.length);
        response.getOutputStream().write(answer);
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
