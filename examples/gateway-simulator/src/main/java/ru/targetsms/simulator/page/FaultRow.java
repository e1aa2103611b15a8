package ru.targetsms.simulator.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ru.targetsms.simulator.api.FaultJson;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.fault.FaultAction;
import ru.targetsms.simulator.fault.Selector;
import ru.targetsms.simulator.gateway.ActiveFault;

/**
 * Is one fault rule as the page shows it.
 *
 * @param acceptance whether the gateway accepts: {@code yes}, {@code no}, or {@code others}, those that do not fit
 * @param when which requests it is for
 * @param json the rule, of a very long one the beginning
 */
record FaultRow(
        long id,
        boolean on,
        String action,
        String acceptance,
        List<Condition> when,
        String json,
        long matched,
        long fired,
        Long seed) {

    private static final int LONGEST_JSON = 500;

    static FaultRow of(ActiveFault rule) {
        Fault fault = rule.fault();
        return new FaultRow(
                rule.id(),
                rule.isOn(),
                fault.action().word(),
                acceptance(fault),
                Condition.all(fault.when()),
                shortened(FaultJson.write(fault)),
                rule.matched(),
                rule.fired(),
                rule.seed());
    }

    private static String acceptance(Fault fault) {
        if (fault.action() == FaultAction.REFUSAL || fault.action() == FaultAction.MESSAGE_ERROR) {
            return "others";
        }
        return fault.accepts() ? "yes" : "no";
    }

    private static String shortened(String json) {
        return json.length() <= LONGEST_JSON ? json : json.substring(0, LONGEST_JSON) + "…";
    }

    /**
     * Is one thing that must hold.
     *
     * @param name of the selector in JSON; with {@code on}, its value comes after a dot
     */
    record Condition(String name, String value) {

        static List<Condition> all(Selector when) {
            List<Condition> all = new ArrayList<>();
            add(all, "phone", when.phone());
            add(all, "text", when.text());
            add(all, "id_message", when.idMessage());
            add(all, "after", when.after() == 0 ? null : when.after());
            add(all, "first", when.first());
            add(all, "probability", when.probability());
            add(all, "per_second", when.perSecond());
            if (when.on() != null) {
                add(all, "on." + when.on().name().toLowerCase(Locale.ROOT), "");
            }
            return all;
        }

        private static void add(List<Condition> all, String name, Object value) {
            if (value != null) {
                all.add(new Condition(name, value.toString()));
            }
        }
    }
}
