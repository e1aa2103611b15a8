package ru.targetsms.camel.gateway;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.targetsms.camel.gateway.Response.State;
import ru.targetsms.camel.model.DeliveryState;
import ru.targetsms.camel.model.DeliveryStatus;

/** Turns an answer's {@code <state>} elements into statuses, one for each id asked (R27-R31, R33). */
final class StateReader {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final ZoneId zone;

    StateReader(ZoneId zone) {
        this.zone = zone;
    }

    /** Returns the statuses in the order asked; ids missing from the answer are {@link DeliveryState#UNKNOWN}. */
    List<DeliveryStatus> read(List<String> ids, Response response) {
        Map<String, State> byId = response.states.stream()
                .filter(state -> Numbers.id(state.idMessage) != null)
                .collect(
                        Collectors.toMap(state -> Numbers.id(state.idMessage), state -> state, (first, next) -> first));
        return ids.stream()
                .map(id -> byId.containsKey(id) ? status(id, byId.get(id)) : DeliveryStatus.unknown(id))
                .toList();
    }

    private DeliveryStatus status(String id, State state) {
        return new DeliveryStatus(
                id,
                DeliveryState.ofWord(state.text).orElse(DeliveryState.UNKNOWN),
                channel(state.stateSms),
                channel(state.stateViber),
                time(state.timeChangeState),
                Numbers.integer(state.numPartsSms),
                Numbers.money(state.priceSms),
                Numbers.money(state.priceViber),
                Objects.requireNonNullElse(state.text, ""),
                null,
                null,
                null);
    }

    /** Here {@code send} means "was not sent" (R30). */
    private static @Nullable DeliveryState channel(@Nullable String word) {
        if (word == null || word.isBlank()) {
            return null;
        }
        DeliveryState state = DeliveryState.ofWord(word).orElse(DeliveryState.UNKNOWN);
        return state == DeliveryState.SEND ? null : state;
    }

    private @Nullable Instant time(@Nullable String text) {
        try {
            String time = Numbers.id(text);
            return time == null
                    ? null
                    : LocalDateTime.parse(time, TIME).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
