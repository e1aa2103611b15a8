package ru.targetsms.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Talks to a simulator as any client would: over HTTP. */
final class Client {

    static final String PROLOG = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";
    static final String SECURITY = "<security><login value=\"demo\"/><password value=\"demo\"/></security>";
    static final String TYPE = "text/xml; charset=utf-8";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String baseUrl;

    Client(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** Posts the messages with the right prolog and credentials; returns the inside of the answer's response. */
    String send(String messages) {
        return inside(post("/xml/message.php", request(messages)));
    }

    /** Asks for the states of ids. */
    String state(Object... ids) {
        StringBuilder state = new StringBuilder("<state>");
        for (Object id : ids) {
            state.append("<id_message>").append(id).append("</id_message>");
        }
        return inside(post("/xml/state_message.php", request(state + "</state>")));
    }

    String post(String path, String document) {
        return post(path, document.getBytes(StandardCharsets.UTF_8), "Content-Type", TYPE)
                .body();
    }

    HttpResponse<String> post(String path, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return exchange(request.POST(BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return exchange(request);
    }

    HttpResponse<String> json(String method, String path, String json) {
        BodyPublisher body = json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json);
        return exchange(HttpRequest.newBuilder(URI.create(baseUrl + path))
                .header("Content-Type", "application/json")
                .method(method, body));
    }

    static String request(String inside) {
        return PROLOG + "<request>" + SECURITY + inside + "</request>";
    }

    static String sms(String phone, String text) {
        return "<message><send_sms>1</send_sms><text_sms>" + text + "</text_sms><abonent phone=\"" + phone
                + "\"/></message>";
    }

    static String sms(String phone, String text, long clientId) {
        return "<message><send_sms>1</send_sms><text_sms>" + text + "</text_sms><abonent phone=\"" + phone
                + "\" client_id_message=\"" + clientId + "\"/></message>";
    }

    static HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String inside(String answer) {
        String start = PROLOG + "<response>";
        String end = "</response>";
        if (!answer.startsWith(start) || !answer.endsWith(end)) {
            throw new AssertionError("Not an answer: " + answer);
        }
        return answer.substring(start.length(), answer.length() - end.length());
    }
}
