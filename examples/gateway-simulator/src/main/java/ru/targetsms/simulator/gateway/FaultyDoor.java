package ru.targetsms.simulator.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.fault.FaultAction;
import ru.targetsms.simulator.fault.Selector;
import ru.targetsms.simulator.fault.Selector.On;
import ru.targetsms.simulator.fault.Setting;
import ru.targetsms.simulator.gateway.Reply.Http;
import ru.targetsms.simulator.gateway.Reply.Raw;
import ru.targetsms.simulator.protocol.MessageElement;

/** Lets things go wrong where a fault says so, and by the rules everywhere else. Thread safe. */
final class FaultyDoor implements Door {

    private static final String NO_CONNECTION =
            "The fault %s needs Tomcat and HTTP/1.1: this web server does not let the simulator touch the connection";

    private final XmlDoor inner;
    private final Faults faults;
    private final Ledger ledger;
    private final Spoiler spoiler;
    private final Hold hold;

    FaultyDoor(XmlDoor inner, Faults faults, Ledger ledger, Spoiler spoiler, Hold hold) {
        this.inner = inner;
        this.faults = faults;
        this.ledger = ledger;
        this.spoiler = spoiler;
        this.hold = hold;
    }

    @Override
    public Reply answer(Call call) {
        return striking(call).map(fault -> strike(fault, call)).orElseGet(() -> byTheRules(call));
    }

    private Optional<ActiveFault> striking(Call call) {
        if (faults.active().isEmpty()) {
            return Optional.empty();
        }
        boolean send = call.path().equals(MESSAGE);
        List<MessageElement> messages = send ? inner.messages(call) : List.of();
        List<String> ids = send ? List.of() : XmlDoor.ids(call);
        Predicate<ActiveFault> fits = active -> {
            Selector when = active.fault().when();
            boolean address = when.on() == null || (when.on() == On.SEND) == send;
            boolean content = when.phone() == null && when.text() == null
                    || messages.stream().anyMatch(message -> Orders.fits(active, message));
            boolean question = when.idMessage() == null || ids.stream().anyMatch(active::fitsIdMessage);
            return address && content && question;
        };
        return faults.striking(fits);
    }

    private Reply strike(ActiveFault active, Call call) {
        Fault fault = active.fault();
        if (fault.action().needsConnection() && !call.connection()) {
            String why = NO_CONNECTION.formatted(fault.action().word());
            return new Http(501, "text/plain; charset=utf-8", Map.of(), why.getBytes(UTF_8));
        }
        if (fault.action() == FaultAction.DELAY_BEFORE_ACCEPT) {
            faults.acted(active);
            if (!hold.pass(fault.get(Setting.DURATION))) {
                return released(call);
            }
        }
        Orders orders = new Orders(active, call);
        byte[] answer = fault.accepts() ? inner.answer(call, orders) : inner.pretend(call);
        Optional<Reply> spoilt = spoiler.spoil(fault, answer);
        if (spoilt.isEmpty() && !fault.accepts()) {
            // The fault finds nothing to spoil: then the answer must not be a pretended one.
            return byTheRules(call);
        }
        boolean late = fault.action() == FaultAction.DELAY;
        if (spoilt.isPresent() || orders.obeyed() || late) {
            faults.acted(active);
        }
        boolean hidden = spoilt.isPresent() && fault.action().hidesAnswer();
        Duration held = late ? fault.get(Setting.DURATION).plus(fault.afterDelay()) : fault.afterDelay();
        if (!held.isZero() && !hold.pass(held)) {
            ledger.untold(orders.accepted());
            return released(call);
        }
        if (hidden) {
            ledger.untold(orders.accepted());
        } else {
            ledger.told(orders.repeated());
        }
        return Spoiler.withHeaders(spoilt.orElseGet(() -> Reply.of(answer)), fault.headers());
    }

    private Reply byTheRules(Call call) {
        Orders orders = Orders.none(call);
        byte[] answer = inner.answer(call, orders);
        ledger.told(orders.repeated());
        return Reply.of(answer);
    }

    /** Answers a request that is held no longer, since the simulator was reset or stops. */
    private static Reply released(Call call) {
        return call.connection()
                ? new Raw(Raw.NOTHING, false)
                : new Http(503, "text/plain; charset=utf-8", Map.of(), Raw.NOTHING);
    }
}
