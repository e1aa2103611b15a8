package ru.targetsms.camel;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyStore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Puts TLS in front of another gateway; the certificate is for {@code localhost}, self-signed unless told otherwise. */
public final class TlsGateway implements AutoCloseable {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final HttpsServer server;
    private final AtomicInteger posts = new AtomicInteger();

    public TlsGateway(String upstream) throws Exception {
        this(upstream, "self-signed.p12");
    }

    /**
     * Starts with a certificate of its own.
     *
     * @param keyStore resource beside this class
     */
    public TlsGateway(String upstream, String keyStore) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(sslContext(keyStore)));
        server.createContext("/", exchange -> {
            posts.incrementAndGet();
            try {
                HttpRequest request = HttpRequest.newBuilder(URI.create(upstream + exchange.getRequestURI()))
                        .header("Content-Type", exchange.getRequestHeaders().getFirst("Content-Type"))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()))
                        .build();
                byte[] answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray())
                        .body();
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                exchange.close();
            }
        });
        server.start();
    }

    public String baseUrl() {
        return "https://localhost:" + server.getAddress().getPort();
    }

    /** Counts the requests that got through TLS. */
    public int posts() {
        return posts.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static SSLContext sslContext(String keyStore) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = TlsGateway.class.getResourceAsStream(keyStore)) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
