package ru.targetsms.simulator;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import ru.targetsms.simulator.gateway.SimulatorOptions;

/**
 * Is a simulator that JUnit opens, resets and closes. Kept apart, so that {@link GatewaySimulator} is loaded where there
 * is no JUnit.
 */
final class GatewaySimulatorExtension extends GatewaySimulator
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    /** The classes and tests under way that use it: JUnit also ends what another extension kept from beginning. */
    private final Set<String> users = new HashSet<>();

    private GatewaySimulatorExtension(SimulatorOptions options, int port) {
        super(options, port);
    }

    /** Starts one; its type is the other's, which the loading of that class then does not have to check. */
    static GatewaySimulator start(SimulatorOptions options, int port) {
        return new GatewaySimulatorExtension(options, port);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        enter(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        enter(context);
        reset();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        leave(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        leave(context);
    }

    private synchronized void enter(ExtensionContext context) {
        users.add(context.getUniqueId());
        open();
    }

    private synchronized void leave(ExtensionContext context) {
        users.remove(context.getUniqueId());
        if (users.isEmpty()) {
            close();
        }
    }
}
