package ru.targetsms.simulator.boot.test;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.support.AbstractTestExecutionListener;
import ru.targetsms.simulator.GatewaySimulator;

/** Empties the simulator of an application under test before each test method, and before its {@code @BeforeEach}. */
final class SimulatorResetListener extends AbstractTestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext test) {
        if (TestContextAnnotationUtils.hasAnnotation(test.getTestClass(), AutoConfigureGatewaySimulator.class)) {
            test.getApplicationContext()
                    .getBean(SimulatorCustomizer.BEAN, GatewaySimulator.class)
                    .reset();
        }
    }
}
