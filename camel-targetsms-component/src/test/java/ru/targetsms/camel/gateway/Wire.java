package ru.targetsms.camel.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import ru.targetsms.camel.model.Content;
import ru.targetsms.camel.model.MessageField;
import ru.targetsms.camel.model.Submission;

/** What the tests of the wire share. */
final class Wire {

    static final XmlCodec CODEC = new XmlCodec(new DefaultCamelContext());
    static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    private static final String PROLOG = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";

    private Wire() {}

    /** Reads an answer made of what stands inside {@code <response>}. */
    static Response answer(String content) {
        try {
            return read(PROLOG + "<response>" + content + "</response>");
        } catch (UntrustedAnswerException e) {
            throw new AssertionError(e);
        }
    }

    static Response read(String document) throws UntrustedAnswerException {
        return CODEC.read(document.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] golden(String file) {
        try (InputStream in = Wire.class.getResourceAsStream(file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Submission to(int index, String text, String phone, Long clientId) {
        Content content = new Content(Map.of(MessageField.SEND_SMS, "1", MessageField.TEXT_SMS, text));
        return new Submission(null, index, index, content, phone, clientId);
    }

    static GatewaySettings settings(String baseUrl, String username, String password, String token) {
        return new GatewaySettings(
                URI.create(baseUrl),
                username,
                password,
                token,
                MOSCOW,
                Duration.ofSeconds(30),
                4,
                null,
                Map.of(),
                null,
                null,
                false);
    }
}
