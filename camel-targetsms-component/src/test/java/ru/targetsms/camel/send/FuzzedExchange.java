package ru.targetsms.camel.send;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.DefaultMessage;
import ru.targetsms.camel.TargetSmsConstants;
import ru.targetsms.camel.model.MessageField;
import ru.targetsms.camel.model.TargetSmsMessage;
import ru.targetsms.camel.model.TargetSmsMessageBuilder;

/** Makes an exchange of fuzzed bytes: every kind of body that send takes, and some that it does not. */
final class FuzzedExchange {

    private static final String UNKNOWN_CHARSET = "klingon";
    private static final List<String> KEYS = keys();
    private static final List<String> HEADERS = headers();

    private final FuzzedDataProvider data;
    private final CamelContext context;
    private final FuzzedValues values;
    private String charset;

    FuzzedExchange(FuzzedDataProvider data, CamelContext context) {
        this.data = data;
        this.context = context;
        this.values = new FuzzedValues(data);
    }

    FuzzedValues values() {
        return values;
    }

    /** Tells whether a stream cannot be read, since Java does not know its charset. */
    boolean hasUnknownCharset() {
        return UNKNOWN_CHARSET.equals(charset);
    }

    Exchange make() {
        Exchange exchange = new DefaultExchange(context);
        if (data.consumeBoolean()) {
            charset = data.consumeInt(0, 15) == 0 ? UNKNOWN_CHARSET : data.pickValue(FuzzedValues.CHARSETS);
            exchange.setProperty(Exchange.CHARSET_NAME, charset);
        }
        fill(exchange.getMessage());
        exchange.getMessage().setBody(data.consumeBoolean() ? many() : one());
        return exchange;
    }

    private void fill(Message message) {
        for (int i = data.consumeInt(0, 4); i > 0; i--) {
            message.setHeader(data.pickValue(HEADERS), values.any());
        }
    }

    private Object many() {
        List<Object> elements = values.some(this::element);
        return switch (data.consumeInt(0, 4)) {
            case 0 -> elements;
            case 1 -> elements.iterator();
            case 2 -> elements.stream();
            case 3 -> elements.toArray();
            default -> (Iterable<Object>) elements::iterator;
        };
    }

    private Object element() {
        return switch (data.consumeInt(0, 7)) {
            case 0 -> withOwnHeaders(new DefaultMessage(context));
            case 1 -> withOwnHeaders(new DefaultExchange(context).getMessage()).getExchange();
            case 2 -> values.any();
            default -> one();
        };
    }

    /** Such a message does not know the charset of the exchange that it came with. */
    private Message withOwnHeaders(Message message) {
        String outer = charset;
        charset = null;
        fill(message);
        message.setBody(one());
        charset = outer;
        return message;
    }

    private Object one() {
        return switch (data.consumeInt(0, 8)) {
            case 0 -> null;
            case 1 -> values.text();
            case 2 -> new StringBuilder(values.text());
            case 3 -> values.text().toCharArray();
            case 4 -> bytes();
            case 5 -> new ByteArrayInputStream(bytes());
            case 6 -> new StringReader(values.text());
            case 7 -> message();
            default -> map();
        };
    }

    private byte[] bytes() {
        Charset readAs = charset == null || hasUnknownCharset() ? StandardCharsets.UTF_8 : Charset.forName(charset);
        return values.bytes(readAs);
    }

    private Map<Object, Object> map() {
        Map<Object, Object> map = new HashMap<>();
        for (int i = data.consumeInt(0, 8); i > 0; i--) {
            map.put(data.consumeInt(0, 15) == 0 ? values.scalar() : data.pickValue(KEYS), values.any());
        }
        return map;
    }

    private TargetSmsMessage message() {
        TargetSmsMessageBuilder message = TargetSmsMessage.builder();
        for (int i = data.consumeInt(0, 6); i > 0; i--) {
            switch (data.consumeInt(0, 7)) {
                case 0 -> message.to(values.phone());
                case 1 -> message.to(values.phone(), data.consumeLong());
                case 2 -> message.text(values.text());
                case 3 -> message.idempotencyKey(values.text());
                default -> message.set(data.pickValue(MessageField.values()), values.any());
            }
        }
        return message.build();
    }

    private static List<String> keys() {
        List<String> keys = new ArrayList<>(List.of("phone", "PHONE", "client_id_message", "idempotencyKey"));
        for (MessageField field : MessageField.values()) {
            keys.add(field.protocolName());
        }
        keys.addAll(List.of("textSms", "TEXT_SMS", "phone", "text_sms"));
        return List.copyOf(keys);
    }

    private static List<String> headers() {
        List<String> headers = new ArrayList<>(List.of(
                TargetSmsConstants.PHONE, TargetSmsConstants.CLIENT_ID_MESSAGE, TargetSmsConstants.IDEMPOTENCY_KEY));
        for (MessageField field : MessageField.values()) {
            headers.add(TargetSmsConstants.header(field));
        }
        return List.copyOf(headers);
    }
}
