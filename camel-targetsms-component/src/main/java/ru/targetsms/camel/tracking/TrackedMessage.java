package ru.targetsms.camel.tracking;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.targetsms.camel.model.Phones;

/**
 * Names one accepted message whose delivery reports are wanted. Immutable.
 *
 * @param account         whose it is: host and a digest of the login, see {@code TargetSmsComponent#account()}
 * @param idMessage       the gateway's id, unique within the account (R23)
 * @param phone           the recipient, {@code null} when unknown
 * @param clientIdMessage the client's number, {@code null} for none (R20)
 * @param correlationId   what the sender knows the message by, {@code null} for none
 * @param startsIn        how long until the gateway begins with it: zero, or the time until {@code time_send} (R10)
 * @param parts           SMS parts predicted, {@code null} when nothing may go by SMS or it is unknown
 */
public record TrackedMessage(
        String account,
        String idMessage,
        @Nullable String phone,
        @Nullable Long clientIdMessage,
        @Nullable String correlationId,
        Duration startsIn,
        @Nullable Integer parts) {

    /** Checks what every tracker relies on. */
    public TrackedMessage {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(idMessage, "idMessage");
        startsIn = startsIn == null || startsIn.isNegative() ? Duration.ZERO : startsIn;
    }

    /** Names a message of which nothing but its id is known, and which the gateway has begun with. */
    public static TrackedMessage of(String account, String idMessage) {
        return new TrackedMessage(account, idMessage, null, null, null, Duration.ZERO, null);
    }

    /** Hides the middle of the phone and the correlation id. */
    @Override
    public String toString() {
        return "TrackedMessage[account=" + account + ", idMessage=" + idMessage + ", phone=" + Phones.mask(phone)
                + ", clientIdMessage=" + clientIdMessage + "]";
    }
}
