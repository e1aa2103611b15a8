package ru.targetsms.simulator.api;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import ru.targetsms.simulator.gateway.Simulator;
import ru.targetsms.simulator.model.Channel;
import ru.targetsms.simulator.model.ReceivedMessage;
import ru.targetsms.simulator.model.State;

/** Answers what the JSON API is asked about messages. */
final class MessageHandlers {

    private static final int LIMIT = 50;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final Simulator simulator;

    MessageHandlers(Simulator simulator) {
        this.simulator = simulator;
    }

    ServerResponse list(ServerRequest request) {
        int offset = Json.number(request, "offset", 0);
        int limit = Json.number(request, "limit", LIMIT);
        List<ReceivedMessage> found =
                simulator.inbox().page(request.param("search").orElse(null), 0, Integer.MAX_VALUE).messages().stream()
                        .filter(filter(request))
                        .toList();
        List<ReceivedMessage> page = found.stream().skip(offset).limit(limit).toList();
        return Json.ok(new Views.Messages(views(page), found.size()));
    }

    ServerResponse latest(ServerRequest request) {
        return one(simulator.newest(1, filter(request)).stream().findFirst());
    }

    ServerResponse one(ServerRequest request) {
        return one(simulator.message(id(request)));
    }

    /** Answers as soon as so many messages have been accepted, or when the time is over. */
    ServerResponse await(ServerRequest request) {
        int count = Json.number(request, "count", 1);
        int limit = Json.number(request, "limit", LIMIT);
        Duration timeout = DurationStyle.detectAndParse(request.param("timeout").orElse("10s"));
        boolean complete = simulator.await(count, timeout.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : timeout);
        return Json.ok(new Views.Awaited(complete, views(simulator.newest(limit, filter(request)))));
    }

    ServerResponse change(ServerRequest request) throws ServletException, IOException {
        Views.StateChange change = request.body(Views.StateChange.class);
        if (change.state() == null) {
            throw new IllegalArgumentException("state is missing");
        }
        State state = State.of(change.state());
        if (change.channel() == null) {
            simulator.setState(id(request), state);
        } else {
            simulator.setState(id(request), Channel.of(change.channel()), state);
        }
        return one(request);
    }

    /** Makes the id unknown; the message is still shown. */
    ServerResponse forget(ServerRequest request) {
        if (simulator.message(id(request)).isEmpty()) {
            return unknown();
        }
        simulator.forget(id(request));
        return Json.done();
    }

    ServerResponse delete(ServerRequest request) {
        return simulator.inbox().delete(id(request)) ? Json.done() : unknown();
    }

    private static ServerResponse one(Optional<ReceivedMessage> message) {
        return message.map(MessageView::of).map(Json::ok).orElseGet(MessageHandlers::unknown);
    }

    private static ServerResponse unknown() {
        return Json.notFound("No such message");
    }

    private static Predicate<ReceivedMessage> filter(ServerRequest request) {
        Optional<String> phone = request.param("phone");
        Optional<Long> clientId = request.param("client_id_message").map(Json::clientId);
        return message -> phone.map(message.phone()::equals).orElse(true)
                && clientId.map(id -> id.equals(message.clientIdMessage())).orElse(true);
    }

    private static List<MessageView> views(List<ReceivedMessage> messages) {
        return messages.stream().map(MessageView::of).toList();
    }

    private static long id(ServerRequest request) {
        return Long.parseLong(request.pathVariable("id"));
    }
}
