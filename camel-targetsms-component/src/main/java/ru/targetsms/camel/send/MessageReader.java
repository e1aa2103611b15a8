package ru.targetsms.camel.send;

import java.io.File;
import java.io.InputStream;
import java.io.Reader;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.NoTypeConversionAvailableException;
import org.apache.camel.StreamCache;
import org.apache.camel.TypeConverter;
import org.apache.camel.WrappedFile;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;
import ru.targetsms.camel.model.TargetSmsMessage;

/** Turns a body, or one element of a body of many, into a message. Stateless. */
final class MessageReader {

    /** A message and the headers that fill its gaps. */
    record Read(TargetSmsMessage message, Message headers) {}

    /** Says that something is no message; names its class, never its value. */
    static final class NoMessageException extends Exception {

        private static final long serialVersionUID = 1L;

        private final String problem;

        NoMessageException(String problem, @Nullable Throwable cause) {
            super(problem, cause);
            this.problem = problem;
        }

        String problem() {
            return problem;
        }
    }

    private static final TargetSmsMessage NOTHING_SET =
            TargetSmsMessage.builder().build();

    /** Reads the whole body of a message; none at all leaves every field to headers and options. */
    Read readBody(Message in) throws NoMessageException {
        return new Read(in.getBody() == null ? NOTHING_SET : toMessage(in.getBody(), in), in);
    }

    /** Reads one element; an exchange or a message brings its own headers, anything else uses those given. */
    Read readElement(@Nullable Object element, Message in) throws NoMessageException {
        if (element instanceof Exchange exchange) {
            return readBody(exchange.getMessage());
        }
        if (element instanceof Message message) {
            if (message.getExchange() == null) {
                new DefaultExchange(exchange(in).getContext()).setIn(message);
            }
            return readBody(message);
        }
        if (element == null) {
            throw new NoMessageException("is null, a message is expected", null);
        }
        return new Read(toMessage(element, in), in);
    }

    private TargetSmsMessage toMessage(Object value, Message in) throws NoMessageException {
        if (value instanceof TargetSmsMessage message) {
            return message;
        }
        if (value instanceof Map<?, ?> map) {
            return TargetSmsMessage.of(map);
        }
        if (isText(value)) {
            return TargetSmsMessage.builder().text(text(value, in)).build();
        }
        TargetSmsMessage converted =
                exchange(in).getContext().getTypeConverter().tryConvertTo(TargetSmsMessage.class, exchange(in), value);
        if (converted == null) {
            throw new NoMessageException("is a " + value.getClass().getName() + ", which is no message", null);
        }
        return converted;
    }

    /** A message that is being sent has one. */
    private static Exchange exchange(Message in) {
        return Objects.requireNonNull(in.getExchange());
    }

    private static boolean isText(@Nullable Object value) {
        return value instanceof CharSequence
                || value instanceof char[]
                || value instanceof byte[]
                || value instanceof InputStream
                || value instanceof Reader
                || value instanceof StreamCache
                || value instanceof File
                || value instanceof WrappedFile<?>;
    }

    private static String text(Object value, Message in) throws NoMessageException {
        if (value instanceof CharSequence text) {
            return text.toString();
        }
        if (value instanceof WrappedFile<?> file) {
            Object inner = file.getBody() != null ? file.getBody() : file.getFile();
            if (inner == null || !isText(inner) || inner instanceof WrappedFile<?>) {
                throw new NoMessageException("is a " + value.getClass().getName() + " whose content is no text", null);
            }
            return text(inner, in);
        }
        try {
            TypeConverter converter = exchange(in).getContext().getTypeConverter();
            String text = converter.mandatoryConvertTo(String.class, exchange(in), value);
            if (value instanceof StreamCache cache) {
                cache.reset();
            }
            return text;
        } catch (NoTypeConversionAvailableException | RuntimeException e) {
            throw new NoMessageException("is a " + value.getClass().getName() + " that cannot be read as text", e);
        }
    }
}
