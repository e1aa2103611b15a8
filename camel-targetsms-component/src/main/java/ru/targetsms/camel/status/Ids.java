package ru.targetsms.camel.status;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.targetsms.camel.model.DeliveryStatus;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.Values;

/**
 * The ids that an exchange asks for, in order.
 *
 * @param single whether the exchange names one id and not a collection
 * @param all    the ids; {@code null} for a result that has none
 */
record Ids(boolean single, List<@Nullable String> all) {

    private static final String ID = "[0-9A-Za-z_.:-]{1,64}";

    /** Says that something names no ids; holds no value. */
    static final class NoIdsException extends Exception {

        private static final long serialVersionUID = 1L;

        NoIdsException(String problem) {
            super(problem);
        }
    }

    /** Reads an id (text or number), a result, or a collection of these. */
    static Ids of(@Nullable Object value) throws NoIdsException {
        if (value instanceof Collection<?> several) {
            List<String> ids = new ArrayList<>(several.size());
            for (Object one : several) {
                ids.add(id(one));
            }
            return new Ids(false, ids);
        }
        if (value instanceof Object[] several) {
            return of(Arrays.asList(several));
        }
        return new Ids(true, Arrays.asList(id(value)));
    }

    /** The ids that can be asked for. */
    List<String> known() {
        return all.stream().filter(Objects::nonNull).toList();
    }

    /** Puts the unknown status of results without an id back into their places. */
    List<DeliveryStatus> withUnknown(List<DeliveryStatus> statuses) {
        Iterator<DeliveryStatus> next = statuses.iterator();
        return all.stream()
                .map(id -> id == null ? DeliveryStatus.unknown(null) : next.next())
                .toList();
    }

    private static @Nullable String id(@Nullable Object value) throws NoIdsException {
        if (value instanceof SendResult result) {
            return result.idMessage();
        }
        Optional<String> text = Values.text(value).map(String::strip);
        if (text.isEmpty()) {
            String type = value == null ? "null" : value.getClass().getName();
            throw new NoIdsException("a message id, a SendResult or a collection of these is expected, not " + type);
        }
        if (!text.get().matches(ID)) {
            throw new NoIdsException(
                    "a text that is no message id: 1 to 64 letters, digits, '_', '.', ':' or '-' are expected");
        }
        return text.get();
    }
}
