package ru.targetsms.scaleout;

import java.util.Map;
import ru.targetsms.scaleout.worker.Order;
import ru.targetsms.simulator.model.ReservedPhone;

/** Makes what is put into the topic. */
final class Orders {

    /** Records that nobody can send, by key: they must be parked and hold nobody up. */
    static final Map<String, String> POISON = Map.of(
            "poison-1", "this is no order",
            "poison-2", new Order("nobody", "This phone is none").toJson(),
            "poison-3", new Order(ReservedPhone.REFUSED, "The gateway refuses this one").toJson());

    private Orders() {}

    /** Returns an order; no two share a phone or a text, so the ledger can tell each by itself. */
    static Order order(int number) {
        return new Order(Long.toString(79_001_000_000L + number), "Order " + number + " is on its way");
    }

    static String number(int number) {
        return "order-" + number;
    }
}
