package ru.targetsms.simulator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.convert.DurationStyle;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.fault.FaultAction;
import ru.targetsms.simulator.fault.Selector;
import ru.targetsms.simulator.fault.Setting;
import ru.targetsms.simulator.fault.WrongEncoding;
import ru.targetsms.simulator.fault.XmlAttack;
import ru.targetsms.simulator.model.DuplicateAnswer;

/**
 * Shows a fault as JSON, and reads one. Everything but {@code action} may be missing; durations are {@code 500ms},
 * {@code 2s}, or ISO 8601.
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record FaultRule(
        String action,
        Integer code,
        String text,
        String name,
        String duration,
        Long bytes,
        Integer count,
        String location,
        String attack,
        String encoding,
        String form,
        Map<String, String> headers,
        Boolean beforeAccept,
        String afterDelay,
        When when) {

    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record When(
            String phone,
            String text,
            String idMessage,
            Integer after,
            Integer first,
            Double probability,
            Long seed,
            Integer perSecond,
            String on) {

        static When of(Selector when) {
            return new When(
                    when.phone(),
                    when.text(),
                    when.idMessage(),
                    when.after() == 0 ? null : when.after(),
                    when.first(),
                    when.probability(),
                    when.seed(),
                    when.perSecond(),
                    word(when.on()));
        }

        Selector selector() {
            return new Selector(
                    phone,
                    text,
                    idMessage,
                    after == null ? 0 : after,
                    first,
                    probability,
                    seed,
                    perSecond,
                    value("on", Selector.On.class, on));
        }
    }

    static FaultRule of(Fault fault) {
        return new FaultRule(
                fault.action().word(),
                fault.get(Setting.CODE),
                fault.get(Setting.TEXT),
                fault.get(Setting.NAME),
                text(fault.get(Setting.DURATION)),
                fault.get(Setting.BYTES),
                fault.get(Setting.COUNT),
                fault.get(Setting.LOCATION),
                word(fault.get(Setting.ATTACK)),
                word(fault.get(Setting.ENCODING)),
                word(fault.get(Setting.FORM)),
                fault.headers().isEmpty() ? null : fault.headers(),
                fault.accepts() == fault.action().acceptsByDefault() ? null : !fault.accepts(),
                fault.afterDelay().isZero() ? null : text(fault.afterDelay()),
                fault.when().equals(Selector.ALL) ? null : When.of(fault.when()));
    }

    /** @throws IllegalArgumentException when the rule makes no sense; its text names the field */
    Fault fault() {
        FaultAction what = value("action", FaultAction.class, action);
        if (what == null) {
            throw new IllegalArgumentException("action is missing; it is one of " + words(FaultAction.class));
        }
        if (headers != null && headers.containsValue(null)) {
            throw new IllegalArgumentException("headers must be texts");
        }
        return new Fault(
                what,
                settings(),
                beforeAccept == null ? what.acceptsByDefault() : !beforeAccept,
                afterDelay == null ? Duration.ZERO : duration("after_delay", afterDelay),
                headers == null ? Map.of() : headers,
                when == null ? Selector.ALL : when.selector());
    }

    private Map<Setting<?>, Object> settings() {
        Map<Setting<?>, Object> settings = new HashMap<>();
        settings.put(Setting.CODE, code);
        settings.put(Setting.TEXT, text);
        settings.put(Setting.NAME, name);
        settings.put(Setting.DURATION, duration("duration", duration));
        settings.put(Setting.BYTES, bytes);
        settings.put(Setting.COUNT, count);
        settings.put(Setting.LOCATION, location);
        settings.put(Setting.ATTACK, value("attack", XmlAttack.class, attack));
        settings.put(Setting.ENCODING, value("encoding", WrongEncoding.class, encoding));
        settings.put(Setting.FORM, value("form", DuplicateAnswer.class, form));
        settings.values().removeIf(value -> value == null);
        return settings;
    }

    private static Duration duration(String field, String duration) {
        try {
            return duration == null ? null : DurationStyle.detectAndParse(duration);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException(field + " must be a duration, as 500ms or 2s", e);
        }
    }

    private static <E extends Enum<E>> E value(String field, Class<E> type, String word) {
        if (word == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> word(value).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(field + " must be one of " + words(type)));
    }

    private static String words(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(FaultRule::word).collect(Collectors.joining(", "));
    }

    private static String word(Enum<?> value) {
        return value == null ? null : value.name().toLowerCase(Locale.ROOT);
    }

    private static String text(Duration duration) {
        return duration == null ? null : duration.toString();
    }
}
