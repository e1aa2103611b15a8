package ru.targetsms.camel.send;

import java.time.InstantSource;
import java.util.Map;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import ru.targetsms.camel.TargetSmsEndpoint;
import ru.targetsms.camel.model.Content;
import ru.targetsms.camel.model.TargetSmsMessage;
import ru.targetsms.camel.send.MessageReader.NoMessageException;
import ru.targetsms.camel.send.MessageResolver.Resolved;

/** Tells beforehand by which channels a message will go. */
public final class ChannelOrder {

    private ChannelOrder() {}

    /**
     * Returns {@code sms}, {@code viber}, {@code viber,sms} or the like for an exchange that is about to be sent.
     *
     * @return {@code null} when the body holds many messages, can be read only once, or breaks a rule
     */
    public static @Nullable String of(Message in, TargetSmsEndpoint endpoint) {
        Object body = in.getBody();
        boolean readable =
                body == null || body instanceof CharSequence || body instanceof Map || body instanceof TargetSmsMessage;
        if (!readable) {
            return null;
        }
        try {
            TargetSmsMessage message = new MessageReader().readBody(in).message();
            MessageResolver resolver = new MessageResolver(
                    SendSettings.of(endpoint), new ClientIdSource(null, null), InstantSource.system());
            Resolved resolved = resolver.resolve(message, in, true);
            return resolved.violations().isEmpty() ? order(resolved.content()) : null;
        } catch (NoMessageException e) {
            return null;
        }
    }

    private static String order(Content content) {
        int viber = content.placeOfViber();
        int sms = content.placeOfSms();
        if (viber == 0 || sms == 0) {
            return viber == 0 ? "sms" : "viber";
        }
        return viber <= sms ? "viber,sms" : "sms,viber";
    }
}
