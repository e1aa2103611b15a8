package ru.targetsms.simulator.api;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Locale;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import ru.targetsms.simulator.gateway.Simulator;
import ru.targetsms.simulator.gateway.SimulatorOptions;

/** Lays out the JSON API under {@code /api/v1}. */
public final class ApiRoutes {

    private final Simulator simulator;
    private final MessageHandlers messages;
    private final FaultHandlers faults;

    public ApiRoutes(Simulator simulator) {
        this.simulator = simulator;
        this.messages = new MessageHandlers(simulator);
        this.faults = new FaultHandlers(simulator.faults());
    }

    public RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET("/api/v1/openapi.json", ApiRoutes::description)
                .GET("/api/v1/health", this::health)
                .GET("/api/v1/messages", messages::list)
                .GET("/api/v1/messages/latest", messages::latest)
                .GET("/api/v1/messages/wait", messages::await)
                .GET("/api/v1/messages/{id:[0-9]{1,18}}", messages::one)
                .PUT("/api/v1/messages/{id:[0-9]{1,18}}/state", messages::change)
                .POST("/api/v1/messages/{id:[0-9]{1,18}}/forget", messages::forget)
                .DELETE("/api/v1/messages/{id:[0-9]{1,18}}", messages::delete)
                .GET("/api/v1/report", this::report)
                .GET("/api/v1/refusals", this::refusals)
                .GET("/api/v1/ledger", this::ledger)
                .GET("/api/v1/ledger/client-id/{id:[0-9]{1,19}}", this::clientId)
                .GET("/api/v1/ledger/recipient", this::recipient)
                .GET("/api/v1/questions", this::questions)
                .GET("/api/v1/questions/{id:[0-9]{1,20}}", this::question)
                .GET("/api/v1/faults", faults::list)
                .POST("/api/v1/faults", faults::add)
                .PUT("/api/v1/faults", faults::replace)
                .DELETE("/api/v1/faults", faults::clear)
                .POST("/api/v1/faults/presets/{name}", faults::addPreset)
                .PUT("/api/v1/faults/{id:[0-9]{1,18}}", faults::enable)
                .DELETE("/api/v1/faults/{id:[0-9]{1,18}}", faults::remove)
                .PUT("/api/v1/accounts/{login}", this::block)
                .POST("/api/v1/reset", this::reset)
                .filter(new Guard())
                .onError(IllegalArgumentException.class, (error, request) -> Json.badRequest(error.getMessage()))
                .onError(
                        HttpMessageNotReadableException.class,
                        (error, request) -> Json.badRequest("The body is not the JSON expected here"))
                .build();
    }

    private static ServerResponse description(ServerRequest request) {
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(new ClassPathResource("openapi.json", ApiRoutes.class));
    }

    private ServerResponse health(ServerRequest request) {
        SimulatorOptions options = simulator.options();
        return Json.ok(new Views.Health(
                "UP",
                options.profile().name().toLowerCase(Locale.ROOT),
                options.speed(),
                options.duplicateAnswer().name().toLowerCase(Locale.ROOT)));
    }

    private ServerResponse report(ServerRequest request) {
        return Json.ok(ReportView.of(simulator.report()));
    }

    private ServerResponse refusals(ServerRequest request) {
        return Json.ok(Views.Refusals.of(simulator.refusals()));
    }

    private ServerResponse ledger(ServerRequest request) {
        return Json.ok(Views.LedgerView.of(simulator.ledger().totals()));
    }

    private ServerResponse clientId(ServerRequest request) {
        long id = Json.clientId(request.pathVariable("id"));
        return Json.ok(Views.TallyView.of(request.param("login")
                .map(login -> simulator.ledger().clientId(login, id))
                .orElseGet(() -> simulator.ledger().clientId(id))));
    }

    private ServerResponse recipient(ServerRequest request) {
        return Json.ok(Views.TallyView.of(
                simulator.ledger().recipient(Json.needed(request, "phone"), Json.needed(request, "text"))));
    }

    private ServerResponse questions(ServerRequest request) {
        return Json.ok(Views.QuestionsView.of(simulator.questions().totals()));
    }

    private ServerResponse question(ServerRequest request) {
        return Json.ok(new Views.Question(simulator.questions().asked(request.pathVariable("id"))));
    }

    private ServerResponse block(ServerRequest request) throws ServletException, IOException {
        simulator.block(
                request.pathVariable("login"), request.body(Views.Block.class).blocked());
        return Json.done();
    }

    private ServerResponse reset(ServerRequest request) {
        simulator.reset();
        return Json.done();
    }
}
