package ru.targetsms.camel.send;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Expression;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import ru.targetsms.camel.TargetSmsConstants;
import ru.targetsms.camel.model.ClientIds;
import ru.targetsms.camel.model.Recipient;
import ru.targetsms.camel.model.RecipientRules;
import ru.targetsms.camel.model.TargetSmsMessage;
import ru.targetsms.camel.model.Values;
import ru.targetsms.camel.model.Violation;

/**
 * Gives recipients their client ids (R20): their own, else the header's, else one derived from a business key. One for
 * each exchange.
 */
final class ClientIdSource {

    private static final String FIELD = "client_id_message";
    private static final String KEY = "idempotency_key";
    private static final String RULE = "R20";

    private final @Nullable Expression keyOption;
    private final @Nullable String namespace;
    private final Map<Long, Integer> repetitions = new HashMap<>();

    /**
     * Makes a source.
     *
     * @param keyOption the option {@code idempotencyKey}, {@code null} when it is not set
     * @param namespace the option {@code idempotencyNamespace}, {@code null} when it is not set
     */
    ClientIdSource(@Nullable Expression keyOption, @Nullable String namespace) {
        this.keyOption = keyOption;
        this.namespace = namespace;
    }

    /**
     * Starts a message.
     *
     * @param recipients how many recipients it has
     * @param ownHeaders whether the headers are this message's alone
     */
    OfMessage of(TargetSmsMessage message, Message headers, int recipients, boolean ownHeaders) {
        return new OfMessage(message, headers, recipients, ownHeaders);
    }

    /** The key in force, {@code null} when none is named; a named one that says nothing comes back blank. */
    private @Nullable String key(TargetSmsMessage message, Message headers) {
        if (message.idempotencyKey() != null) {
            return Values.text(message.idempotencyKey()).orElse("");
        }
        if (headers.hasHeaders() && headers.getHeaders().containsKey(TargetSmsConstants.IDEMPOTENCY_KEY)) {
            return Values.text(headers.getHeader(TargetSmsConstants.IDEMPOTENCY_KEY))
                    .orElse("");
        }
        if (keyOption != null) {
            String key = keyOption.evaluate(Objects.requireNonNull(headers.getExchange()), String.class);
            return key == null ? "" : key;
        }
        return null;
    }

    /** Gives the recipients of one message their ids. */
    final class OfMessage {

        private final TargetSmsMessage message;
        private final Message headers;
        private final int recipients;
        private final boolean ownHeaders;
        private @Nullable String key;
        private boolean keyIsRead;

        private OfMessage(TargetSmsMessage message, Message headers, int recipients, boolean ownHeaders) {
            this.message = message;
            this.headers = headers;
            this.recipients = recipients;
            this.ownHeaders = ownHeaders;
        }

        /** Returns the id, {@code null} when there is none or a violation was added. */
        @Nullable
        Long of(Recipient recipient, @Nullable String phone, List<Violation> violations) {
            if (Values.isSet(recipient.clientIdMessage())) {
                return RecipientRules.clientId(recipient.clientIdMessage(), violations);
            }
            Object fromHeader = headers.getHeader(TargetSmsConstants.CLIENT_ID_MESSAGE);
            if (Values.isSet(fromHeader)) {
                if (recipients == 1 && ownHeaders) {
                    return RecipientRules.clientId(fromHeader, violations);
                }
                violations.add(
                        new Violation(FIELD, RULE, "comes from a header, which can name one recipient's id only"));
                return null;
            }
            return derive(phone, violations);
        }

        private @Nullable Long derive(@Nullable String phone, List<Violation> violations) {
            if (!keyIsRead) {
                readKey(violations);
            }
            if (key == null) {
                return null;
            }
            if (key.isBlank()) {
                violations.add(new Violation(KEY, RULE, "is named but empty"));
                return null;
            }
            if (key.indexOf('\0') >= 0) {
                violations.add(new Violation(KEY, RULE, "holds U+0000"));
                return null;
            }
            String digits = String.valueOf(phone);
            long first = ClientIds.derive(namespace, key, digits, 0);
            int repetition = repetitions.merge(first, 1, Integer::sum) - 1;
            return repetition == 0 ? first : ClientIds.derive(namespace, key, digits, repetition);
        }

        private void readKey(List<Violation> violations) {
            keyIsRead = true;
            try {
                key = key(message, headers);
            } catch (RuntimeException e) {
                violations.add(new Violation(
                        KEY, RULE, "cannot be evaluated: " + e.getClass().getName()));
            }
        }
    }
}
