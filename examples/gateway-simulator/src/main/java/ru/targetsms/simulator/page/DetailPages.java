package ru.targetsms.simulator.page;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.UriComponentsBuilder;
import ru.targetsms.simulator.gateway.Simulator;
import ru.targetsms.simulator.model.Channel;
import ru.targetsms.simulator.model.HttpExchange;
import ru.targetsms.simulator.model.MessageDetail;
import ru.targetsms.simulator.model.State;

/** Shows one message: on the left as its reader sees it, on the right what the gateway knows of it. And moves it by hand. */
final class DetailPages {

    private static final String PATH = "/messages/{id:[0-9]{1,18}}";
    private static final List<String> TABS = List.of("timeline", "request", "answer", "headers", "questions");

    /** What a hand can make of the channel in hand; {@code read} for Viber only (R29, R33). */
    private static final List<State> MOVES =
            List.of(State.DELIVER, State.READ, State.NOT_DELIVER, State.EXPIRED, State.PARTLY_DELIVER);

    private final Simulator simulator;
    private final Pages pages;

    DetailPages(Simulator simulator, Pages pages) {
        this.simulator = simulator;
        this.pages = pages;
    }

    void addTo(RouterFunctions.Builder routes) {
        routes.GET(PATH, this::show).POST(PATH + "/state", this::move).POST(PATH + "/forget", this::forget);
    }

    private ServerResponse show(ServerRequest request) {
        if (!isByScript(request)) {
            simulator.inbox().open(id(request));
        }
        Optional<MessageDetail> detail = simulator.inbox().detail(id(request));
        return detail.isPresent() ? pages.html(request, "detail", model(request, detail.get())) : missing(request);
    }

    private Map<String, Object> model(ServerRequest request, MessageDetail detail) {
        String tab = request.param("tab").filter(TABS::contains).orElse(TABS.get(0));
        Map<String, Object> model = new HashMap<>();
        model.put("detail", detail);
        model.put("message", detail.message());
        model.put("bubbles", Bubble.of(detail, simulator.options().clock().instant()));
        model.put("viber", isByViber(detail));
        model.put("meter", detail.sms() == null ? null : Meter.of(detail.sms()));
        model.put("moves", moves(detail));
        model.put(
                "refused", request.param("refused").filter(DetailPages::isMove).orElse(null));
        model.put("tabs", TABS);
        model.put("tab", tab);
        model.put("steps", Timeline.of(detail));
        switch (tab) {
            case "request" -> model.put("xml", xml(detail, detail.sending(), true));
            case "answer" -> model.put("xml", xml(detail, detail.sending(), false));
            case "headers" -> model.put("headers", detail.sending() == null ? null : HeaderLine.of(detail.sending()));
            case "questions" -> model.put("questions", Question.of(detail));
            default -> {}
        }
        return model;
    }

    /** Moves the channel in hand; the page says so when that cannot be. */
    private ServerResponse move(ServerRequest request) {
        State state = State.of(request.param("state").orElse(""));
        if (simulator.inbox().detail(id(request)).isEmpty()) {
            return missing(request);
        }
        try {
            simulator.moveInHand(id(request), state);
            return Pages.back(request);
        } catch (IllegalArgumentException e) {
            return ServerResponse.seeOther(UriComponentsBuilder.fromUri(Pages.backTo(request))
                            .replaceQueryParam("refused", state.word())
                            .build(true)
                            .toUri())
                    .build();
        }
    }

    private ServerResponse forget(ServerRequest request) {
        if (simulator.inbox().detail(id(request)).isEmpty()) {
            return missing(request);
        }
        simulator.forget(id(request));
        return Pages.back(request);
    }

    /** Says that the message is gone; who has deleted it here himself is led back to the inbox. */
    private ServerResponse missing(ServerRequest request) {
        boolean byScript = isByScript(request);
        if (request.param("deleted").isPresent()) {
            String inbox = request.requestPath().contextPath().value() + "/";
            return byScript
                    ? ServerResponse.ok().header("HX-Redirect", inbox).build()
                    : ServerResponse.seeOther(URI.create(inbox)).build();
        }
        return byScript ? pages.html(request, "gone", Map.of()) : pages.missing(request);
    }

    private static XmlView xml(MessageDetail detail, HttpExchange exchange, boolean ofRequest) {
        return exchange == null
                ? null
                : XmlView.of(ofRequest ? exchange.requestBody() : exchange.answerBody(), new Mine(detail.message()));
    }

    private static List<String> moves(MessageDetail detail) {
        return MOVES.stream()
                .filter(state -> isByViber(detail) || !state.viberOnly())
                .map(State::word)
                .toList();
    }

    private static boolean isByViber(MessageDetail detail) {
        return detail.message().channels().contains(Channel.VIBER);
    }

    private static boolean isMove(String word) {
        return MOVES.stream().anyMatch(state -> state.word().equals(word));
    }

    private static boolean isByScript(ServerRequest request) {
        return request.headers().firstHeader("HX-Request") != null;
    }

    private static long id(ServerRequest request) {
        return Long.parseLong(request.pathVariable("id"));
    }
}
