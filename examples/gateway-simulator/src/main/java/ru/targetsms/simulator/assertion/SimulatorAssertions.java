package ru.targetsms.simulator.assertion;

import ru.targetsms.simulator.gateway.Simulator;

/**
 * Begins assertions about what a simulator received. Failures name no full phone and no text: a build log is no place
 * for them.
 *
 * <pre>{@code
 * assertThat(gateway).received("79001234567").once().withText("Ваш заказ готов");
 * assertThat(gateway).hasNoDuplicates();
 * }</pre>
 */
public final class SimulatorAssertions {

    private SimulatorAssertions() {}

    public static SimulatorAssert assertThat(Simulator simulator) {
        return new SimulatorAssert(simulator);
    }
}
