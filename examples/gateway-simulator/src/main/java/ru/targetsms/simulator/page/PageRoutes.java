package ru.targetsms.simulator.page;

import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import ru.targetsms.simulator.api.Guard;
import ru.targetsms.simulator.gateway.Simulator;

/**
 * Lays out the pages a human sees: the inbox at {@code /}, and what hangs on it. Nothing is read and no thread is made
 * before the first page is asked for.
 */
public final class PageRoutes implements AutoCloseable {

    private final EventStream events;
    private final Pages pages;
    private final Simulator simulator;

    public PageRoutes(Simulator simulator) {
        this.simulator = simulator;
        events = new EventStream(simulator);
        pages = new Pages(simulator);
    }

    public RouterFunction<ServerResponse> routes() {
        RouterFunctions.Builder routes = RouterFunctions.route().before(this::remember);
        new InboxPages(simulator, pages).addTo(routes);
        new FaultPages(simulator, pages).addTo(routes);
        new ReportPages(simulator, pages).addTo(routes);
        new DetailPages(simulator, pages).addTo(routes);
        return routes.GET(Guard.EVENTS, events::open)
                .GET("/assets/{name}", pages.assets()::one)
                .POST("/preferences", Preferences::keep)
                .filter(new Guard())
                .onError(IllegalArgumentException.class, (error, request) -> pages.refused(error))
                .build();
    }

    /** Takes the number of the last change before a page reads anything: what changes after that is told to it. */
    private ServerRequest remember(ServerRequest request) {
        request.attributes().put(Pages.CHANGE, events.last());
        return request;
    }

    boolean isEngineMade() {
        return pages.isEngineMade();
    }

    /** Ends every open stream, so that the server can stop at once. */
    @Override
    public void close() {
        events.close();
    }
}
