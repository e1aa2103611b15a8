package ru.targetsms.simulator.api;

import java.util.Optional;
import org.springframework.web.servlet.function.ServerRequest;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.fault.Preset;

/** Reads a preset and what narrows it, for the API and for the page. */
public final class Presets {

    private Presets() {}

    /**
     * Returns the fault that the path variable {@code name} and the parameters {@code phone} and {@code first} tell.
     * An empty parameter is none.
     *
     * @throws IllegalArgumentException when there is no such preset, or a parameter makes no sense; its text names it
     */
    public static Fault read(ServerRequest request) {
        Fault fault = Preset.of(request.pathVariable("name")).fault();
        Optional<String> phone = request.param("phone").map(String::strip).filter(value -> !value.isEmpty());
        if (phone.isPresent()) {
            fault = fault.phone(phone.get());
        }
        if (request.param("first").filter(value -> !value.isBlank()).isPresent()) {
            fault = fault.first(Json.number(request, "first", 0));
        }
        return fault;
    }
}
