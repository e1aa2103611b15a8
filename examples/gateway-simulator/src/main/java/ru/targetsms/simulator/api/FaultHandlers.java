package ru.targetsms.simulator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.gateway.ActiveFault;
import ru.targetsms.simulator.gateway.Faults;

/** Answers what the JSON API is asked about faults. */
final class FaultHandlers {

    private final Faults faults;

    FaultHandlers(Faults faults) {
        this.faults = faults;
    }

    ServerResponse list(ServerRequest request) {
        return Json.ok(Rules.of(faults.rules()));
    }

    ServerResponse add(ServerRequest request) throws ServletException, IOException {
        return Json.ok(RuleView.of(faults.add(read(request, FaultRule.class).fault())));
    }

    ServerResponse addPreset(ServerRequest request) {
        return Json.ok(RuleView.of(faults.add(Presets.read(request))));
    }

    /** Puts all the rules in force, or, when one makes no sense, none. */
    ServerResponse replace(ServerRequest request) throws ServletException, IOException {
        List<FaultRule> rules = read(request, Wanted.class).faults();
        if (rules == null || rules.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("faults must be a list of rules");
        }
        List<Fault> wanted = rules.stream().map(FaultRule::fault).toList();
        return Json.ok(Rules.of(faults.set(wanted)));
    }

    ServerResponse enable(ServerRequest request) throws ServletException, IOException {
        Boolean on = read(request, Switch.class).on();
        if (on == null) {
            throw new IllegalArgumentException("on is missing");
        }
        long id = id(request);
        faults.enable(id, on);
        return faults.rules().stream()
                .filter(rule -> rule.id() == id)
                .findFirst()
                .map(rule -> Json.ok(RuleView.of(rule)))
                .orElseGet(FaultHandlers::unknown);
    }

    ServerResponse clear(ServerRequest request) {
        faults.clear();
        return Json.done();
    }

    ServerResponse remove(ServerRequest request) {
        return faults.remove(id(request)) ? Json.done() : unknown();
    }

    private static <T> T read(ServerRequest request, Class<T> type) throws ServletException, IOException {
        return FaultJson.read(request.body(JsonNode.class), type);
    }

    private static long id(ServerRequest request) {
        return Long.parseLong(request.pathVariable("id"));
    }

    private static ServerResponse unknown() {
        return Json.notFound("No such fault");
    }

    record Wanted(List<FaultRule> faults) {}

    record Switch(Boolean on) {}

    record Rules(List<RuleView> faults) {

        static Rules of(List<ActiveFault> rules) {
            return new Rules(rules.stream().map(RuleView::of).toList());
        }
    }

    /** @param seed of the probability, null without one */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RuleView(long id, boolean on, FaultRule rule, long matched, long fired, Long seed) {

        static RuleView of(ActiveFault rule) {
            return new RuleView(
                    rule.id(), rule.isOn(), FaultRule.of(rule.fault()), rule.matched(), rule.fired(), rule.seed());
        }
    }
}
