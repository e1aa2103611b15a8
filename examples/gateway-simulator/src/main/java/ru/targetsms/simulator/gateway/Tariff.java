package ru.targetsms.simulator.gateway;

import java.math.BigDecimal;

/** Names the prices (R31): an SMS costs by its parts, a Viber message once. */
final class Tariff {

    static final BigDecimal VIBER = new BigDecimal("1.10");
    private static final BigDecimal SMS_PART = new BigDecimal("1.45");

    private Tariff() {}

    static BigDecimal sms(int parts) {
        return SMS_PART.multiply(BigDecimal.valueOf(parts));
    }
}
