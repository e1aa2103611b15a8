package ru.targetsms.camel.send;

import java.io.InputStream;
import java.io.Reader;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;

/** Keeps a text that could be read only once, so that a redelivery finds it again. */
final class StreamText {

    private StreamText() {}

    /** Replaces a body that is a stream of characters or bytes by its text. */
    static void keep(Message message) {
        Object body = message.getBody();
        if ((body instanceof InputStream || body instanceof Reader) && !(body instanceof StreamCache)) {
            Exchange exchange = Objects.requireNonNull(message.getExchange());
            message.setBody(exchange.getContext().getTypeConverter().convertTo(String.class, exchange, body));
        }
    }
}
