package ru.targetsms.simulator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.gateway.ActiveFault;
import ru.targetsms.simulator.gateway.Faults;

/** Answers what the JSON API is asked about faults. */
final class FaultHandlers {

    /** Takes nothing it does not know: a rule with a slip of the pen would be a fault that never fires. */
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    private final Faults faults;

    FaultHandlers(Faults faults) {
        this.faults = faults;
    }

    ServerResponse list(ServerRequest request) {
        return Json.ok(Active.of(faults.active()));
    }

    ServerResponse add(ServerRequest request) throws ServletException, IOException {
        return Json.ok(ActiveView.of(faults.add(read(request, FaultRule.class).fault())));
    }

    /** Puts all the rules in force, or, when one makes no sense, none. */
    ServerResponse replace(ServerRequest request) throws ServletException, IOException {
        List<FaultRule> rules = read(request, Rules.class).faults();
        if (rules == null || rules.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("faults must be a list of rules");
        }
        List<Fault> wanted = rules.stream().map(FaultRule::fault).toList();
        return Json.ok(Active.of(faults.set(wanted)));
    }

    ServerResponse clear(ServerRequest request) {
        faults.clear();
        return Json.done();
    }

    ServerResponse remove(ServerRequest request) {
        boolean found = faults.remove(Long.parseLong(request.pathVariable("id")));
        return found ? Json.done() : Json.notFound("No such fault");
    }

    private static <T> T read(ServerRequest request, Class<T> type) throws ServletException, IOException {
        JsonNode body = request.body(JsonNode.class);
        if (!body.isObject()) {
            throw new IllegalArgumentException("The body must be a JSON object");
        }
        try {
            return STRICT.treeToValue(body, type);
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
        List<String> names = e.getPath().stream()
                .map(Reference::getFieldName)
                .filter(Objects::nonNull)
                .toList();
        return names.isEmpty() ? "The body" : String.join(".", names);
    }

    record Rules(List<FaultRule> faults) {}

    record Active(List<ActiveView> faults) {

        static Active of(List<ActiveFault> active) {
            return new Active(active.stream().map(ActiveView::of).toList());
        }
    }

    /** @param seed of the probability, null without one */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ActiveView(long id, FaultRule rule, long matched, long fired, Long seed) {

        static ActiveView of(ActiveFault active) {
            return new ActiveView(
                    active.id(), FaultRule.of(active.fault()), active.matched(), active.fired(), active.seed());
        }
    }
}
