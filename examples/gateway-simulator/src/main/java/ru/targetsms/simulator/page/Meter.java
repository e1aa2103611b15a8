package ru.targetsms.simulator.page;

import java.util.List;
import java.util.stream.IntStream;
import ru.targetsms.simulator.model.Encoding;
import ru.targetsms.simulator.model.SmsMeter;

/**
 * Shows how an SMS fills its parts.
 *
 * @param each units a part can hold: 160 or 70 when there is one, else 153 or 67
 * @param filled units in each part; where a sign that takes two units did not fit, a part counts as full
 */
record Meter(SmsMeter sms, int each, List<Integer> filled) {

    static Meter of(SmsMeter sms) {
        boolean gsm = sms.encoding() == Encoding.GSM_7;
        int each = sms.parts() == 1 ? (gsm ? 160 : 70) : (gsm ? 153 : 67);
        List<Integer> filled = IntStream.rangeClosed(1, sms.parts())
                .map(part -> part < sms.parts() ? each : each - sms.free())
                .boxed()
                .toList();
        return new Meter(sms, each, filled);
    }

    /** Returns the units all parts can hold together. */
    public int limit() {
        return each * sms.parts();
    }
}
