package ru.targetsms.simulator.page;

import java.util.Map;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import ru.targetsms.simulator.gateway.Inbox;
import ru.targetsms.simulator.gateway.Simulator;
import ru.targetsms.simulator.model.InboxPage;
import ru.targetsms.simulator.model.Refusal;

/** Shows the inbox, searches it, and takes messages out of it. */
final class InboxPages {

    private static final int PAGE = 50;

    private final Inbox inbox;
    private final Simulator simulator;
    private final Pages pages;

    InboxPages(Simulator simulator, Pages pages) {
        this.simulator = simulator;
        this.inbox = simulator.inbox();
        this.pages = pages;
    }

    void addTo(RouterFunctions.Builder routes) {
        routes.GET("/", this::list)
                .POST("/messages/opened", this::openAll)
                .POST("/messages/delete", this::deleteAll)
                .POST("/messages/{id:[0-9]{1,18}}/delete", this::delete);
    }

    private ServerResponse list(ServerRequest request) {
        String search = request.param("q").orElse("");
        InboxPage page = page(search, offset(request));
        return pages.html(
                request,
                "inbox",
                Map.of(
                        "page",
                        page,
                        "rows",
                        page.messages().stream().map(Row::of).toList(),
                        "first",
                        page.offset() + 1,
                        "last",
                        page.offset() + page.messages().size(),
                        "newer",
                        Math.max(0, page.offset() - PAGE),
                        "older",
                        page.offset() + PAGE,
                        "refusal",
                        simulator.refusals().stream()
                                .findFirst()
                                .map(Refusal::words)
                                .orElse(""),
                        "example",
                        Example.of(request, simulator.options())));
    }

    /** Returns the page asked for, or the last one when there is none any more. */
    private InboxPage page(String search, int offset) {
        InboxPage page = inbox.page(search, offset, PAGE);
        if (!page.messages().isEmpty() || offset == 0) {
            return page;
        }
        return inbox.page(search, Math.max(0, page.total() - 1) / PAGE * PAGE, PAGE);
    }

    private ServerResponse openAll(ServerRequest request) {
        inbox.openAll();
        return Pages.back(request);
    }

    private ServerResponse deleteAll(ServerRequest request) {
        inbox.deleteAll();
        return Pages.back(request);
    }

    private ServerResponse delete(ServerRequest request) {
        inbox.delete(Long.parseLong(request.pathVariable("id")));
        return Pages.back(request);
    }

    private static int offset(ServerRequest request) {
        String offset = request.param("offset").orElse("0");
        if (!offset.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException("offset must be a number, 0 or more");
        }
        return Integer.parseInt(offset);
    }
}
