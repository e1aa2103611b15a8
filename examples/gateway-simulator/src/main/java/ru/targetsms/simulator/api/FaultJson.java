package ru.targetsms.simulator.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Objects;
import java.util.stream.Collectors;
import ru.targetsms.simulator.fault.Fault;

/** Writes fault rules as JSON and reads them. Thread safe. */
public final class FaultJson {

    /** Takes nothing it does not know: a rule with a slip of the pen would be a fault that never fires. */
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    private FaultJson() {}

    /** Returns the rule on one line. */
    public static String write(Fault fault) {
        return STRICT.valueToTree(FaultRule.of(fault)).toString();
    }

    /**
     * Reads a rule.
     *
     * @throws IllegalArgumentException when it is no JSON, or makes no sense; its text says what is wrong
     */
    public static Fault read(String json) {
        try {
            return read(STRICT.readTree(json), FaultRule.class).fault();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "This is no JSON from line %d, column %d on"
                            .formatted(
                                    e.getLocation().getLineNr(), e.getLocation().getColumnNr()),
                    e);
        }
    }

    static <T> T read(JsonNode json, Class<T> type) {
        if (!json.isObject()) {
            throw new IllegalArgumentException("The body must be a JSON object");
        }
        try {
            return STRICT.treeToValue(json, type);
        } catch (UnrecognizedPropertyException e) {
            throw new IllegalArgumentException(
                    "Nothing is called %s; known are %s".formatted(e.getPropertyName(), known(e)), e);
        } catch (JsonMappingException e) {
            throw new IllegalArgumentException(field(e) + " has a value of the wrong type", e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The body is not the JSON expected here", e);
        }
    }

    private static String known(UnrecognizedPropertyException e) {
        return e.getKnownPropertyIds().stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    private static String field(JsonMappingException e) {
        String names = e.getPath().stream()
                .map(Reference::getFieldName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
        return names.isEmpty() ? "The body" : names;
    }
}
