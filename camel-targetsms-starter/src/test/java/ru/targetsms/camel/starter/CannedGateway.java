package ru.targetsms.camel.starter;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSession;

/** Accepts the first recipient of every document on a loopback port, and keeps what came. */
final class CannedGateway implements AutoCloseable {

    /** One document as it arrived; {@code tls} is {@code null} without TLS. */
    record Request(String uri, String body, SSLSession tls) {}

    private static final String ANSWER =
            """
            <?xml version="1.0" encoding="utf-8"?><response><message>\
            <information id_message="4711" id_sms="1" id_viber="0" phone="%s" count_message="1">send\
            </information></message></response>""";

    private static final Pattern PHONE = Pattern.compile("phone=\"(\\d+)\"");

    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    CannedGateway() {
        this(null);
    }

    /** Starts with TLS; without when {@code null}. */
    CannedGateway(HttpsConfigurator tls) {
        try {
            server = tls == null ? HttpServer.create() : HttpsServer.create();
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (server instanceof HttpsServer secure) {
            secure.setHttpsConfigurator(tls);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return (server instanceof HttpsServer ? "https" : "http") + "://localhost:" + port();
    }

    List<Request> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        SSLSession tls = exchange instanceof HttpsExchange secure ? secure.getSSLSession() : null;
        requests.add(new Request(exchange.getRequestURI().toString(), body, tls));
        Matcher phone = PHONE.matcher(body);
        byte[] answer = ANSWER.formatted(phone.find() ? phone.group(1) : "").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/xml; charset=utf-8");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
