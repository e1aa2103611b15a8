package ru.targetsms.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import ru.targetsms.simulator.protocol.Field;

/** Sends to a gateway as any client would: over HTTP, as demo. */
final class Sender {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String SECURITY = "<security><login value=\"demo\"/><password value=\"demo\"/></security>";

    private final String baseUrl;
    private final String note;

    Sender(String baseUrl) {
        this(baseUrl, "none");
    }

    private Sender(String baseUrl, String note) {
        this.baseUrl = baseUrl;
        this.note = note;
    }

    /** Returns a sender that has a header with this note in each of its requests. */
    Sender note(String text) {
        return new Sender(baseUrl, ascii(text));
    }

    /** Returns the text with a question mark for all that no header may hold. */
    static String ascii(String text) {
        return text.replaceAll("[^ -~]", "?").strip();
    }

    /** Sends an SMS and returns the gateway's answer. */
    String sms(String phone, String text) {
        return send(message(
                Map.of(Field.SEND_SMS, "1", Field.SENDER_SMS, "Shop", Field.TEXT_SMS, text), abonent(phone, "")));
    }

    /** Sends what stands between the tags of the request, behind the password. */
    String send(String messages) {
        return post("/xml/message.php", messages);
    }

    /** Asks what became of a message. */
    String ask(long idMessage) {
        return post("/xml/state_message.php", "<state><id_message>" + idMessage + "</id_message></state>");
    }

    /** Writes a message; its fields come in the order in which the protocol has them. */
    static String message(Map<Field, String> fields, String abonents) {
        StringBuilder message = new StringBuilder("<message>");
        for (Field field : Field.values()) {
            if (fields.containsKey(field)) {
                message.append('<').append(field.element()).append('>');
                message.append(escaped(fields.get(field)));
                message.append("</").append(field.element()).append('>');
            }
        }
        return message.append(abonents).append("</message>").toString();
    }

    static String abonent(String phone, String clientId) {
        String number = clientId.isEmpty() ? "" : " client_id_message=\"" + escaped(clientId) + "\"";
        return "<abonent phone=\"" + escaped(phone) + "\"" + number + "/>";
    }

    private String post(String path, String inside) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("X-Note", note)
                .POST(BodyPublishers.ofString(
                        "<?xml version=\"1.0\" encoding=\"utf-8\"?><request>" + SECURITY + inside + "</request>"))
                .build();
        try {
            HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
            return answer.body();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
