package ru.targetsms.benchmark.gateway;

import java.nio.charset.StandardCharsets;

/** Writes the answers of one connection: every recipient accepted (R22, R23). Used by one thread. */
final class AnswerWriter {

    private static final String RECIPIENT = "<abonent ";
    private static final String END_OF_RECIPIENT = "</abonent>";
    private static final String END_OF_MESSAGE = "</message>";

    private final StringBuilder text = new StringBuilder();
    private long id;

    /** Starts with an id; each connection has a range of its own. */
    AnswerWriter(long firstId) {
        this.id = firstId;
    }

    /** Returns the whole HTTP answer to a document, given one character for each of its bytes. */
    byte[] answer(String document) {
        text.setLength(0);
        text.append("<?xml version=\"1.0\" encoding=\"utf-8\"?><response>");
        boolean inMessage = false;
        for (int at = document.indexOf(RECIPIENT); at >= 0; at = document.indexOf(RECIPIENT, at)) {
            int end = document.indexOf('>', at);
            text.append(inMessage ? "" : "<message>");
            information(document.substring(at, end));
            inMessage = !endsMessage(document, document.indexOf('<', end));
            text.append(inMessage ? "" : END_OF_MESSAGE);
            at = end;
        }
        text.append("</response>");
        String head = "HTTP/1.1 200 OK\r\nContent-Type: text/xml; charset=utf-8\r\nContent-Length: " + text.length()
                + "\r\n\r\n";
        return text.insert(0, head).toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Returns the id that the next recipient gets. */
    long nextId() {
        return id;
    }

    private static boolean endsMessage(String document, int tag) {
        int next = document.startsWith(END_OF_RECIPIENT, tag) ? tag + END_OF_RECIPIENT.length() : tag;
        return document.startsWith(END_OF_MESSAGE, next);
    }

    private void information(String recipient) {
        text.append("<information id_message=\"").append(id).append('"');
        copy(recipient, " client_id_message=\"");
        text.append(" id_sms=\"").append(id).append("\" id_viber=\"0\"");
        copy(recipient, " phone=\"");
        text.append(" count_message=\"1\">send</information>");
        id++;
    }

    private void copy(String recipient, String attribute) {
        int at = recipient.indexOf(attribute);
        if (at >= 0) {
            text.append(recipient, at, recipient.indexOf('"', at + attribute.length()) + 1);
        }
    }
}
