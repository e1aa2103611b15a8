package ru.targetsms.simulator.page;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import ru.targetsms.simulator.api.FaultJson;
import ru.targetsms.simulator.api.Presets;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.fault.FaultAction;
import ru.targetsms.simulator.fault.Preset;
import ru.targetsms.simulator.gateway.Faults;
import ru.targetsms.simulator.gateway.Simulator;

/** Shows the fault rules, adds some, switches and removes them. */
final class FaultPages {

    private static final String EXAMPLE =
            "{\"action\": \"delay\", \"duration\": \"2s\", \"when\": {\"phone\": \"7900*\", \"first\": 1}}";

    private final Faults faults;
    private final Pages pages;

    FaultPages(Simulator simulator, Pages pages) {
        this.faults = simulator.faults();
        this.pages = pages;
    }

    void addTo(RouterFunctions.Builder routes) {
        routes.GET("/faults", request -> page(HttpStatus.OK, request, Map.of()))
                .POST("/faults", this::add)
                .POST("/faults/presets/{name}", this::addPreset)
                .POST("/faults/delete", this::clear)
                .POST("/faults/{id:[0-9]{1,18}}/on", request -> enable(request, true))
                .POST("/faults/{id:[0-9]{1,18}}/off", request -> enable(request, false))
                .POST("/faults/{id:[0-9]{1,18}}/delete", this::remove);
    }

    private ServerResponse add(ServerRequest request) {
        String rule = request.param("rule").orElse("");
        return added(request, "ruleError", () -> FaultJson.read(rule));
    }

    private ServerResponse addPreset(ServerRequest request) {
        return added(request, "presetError", () -> Presets.read(request));
    }

    /** Adds a fault, or shows what is wrong with it where it was typed. */
    private ServerResponse added(ServerRequest request, String place, Supplier<Fault> fault) {
        try {
            faults.add(fault.get());
            return Pages.back(request);
        } catch (IllegalArgumentException e) {
            return page(HttpStatus.UNPROCESSABLE_ENTITY, request, Map.of(place, e.getMessage()));
        }
    }

    private ServerResponse clear(ServerRequest request) {
        faults.clear();
        return Pages.back(request);
    }

    private ServerResponse enable(ServerRequest request, boolean on) {
        faults.enable(id(request), on);
        return Pages.back(request);
    }

    private ServerResponse remove(ServerRequest request) {
        faults.remove(id(request));
        return Pages.back(request);
    }

    /** Shows the rules, and the forms with what was typed into them. */
    private ServerResponse page(HttpStatus status, ServerRequest request, Map<String, String> errors) {
        Map<String, Object> model = new HashMap<>(errors);
        model.put("here", request.requestPath().contextPath().value() + "/faults");
        model.put("rows", faults.rules().stream().map(FaultRow::of).toList());
        model.put("presets", Preset.values());
        model.put("actions", FaultAction.values());
        model.put("rule", request.param("rule").orElse(EXAMPLE));
        model.put("phone", request.param("phone").orElse(""));
        model.put("first", request.param("first").orElse(""));
        return pages.html(status, request, "faults", model);
    }

    private static long id(ServerRequest request) {
        return Long.parseLong(request.pathVariable("id"));
    }
}
