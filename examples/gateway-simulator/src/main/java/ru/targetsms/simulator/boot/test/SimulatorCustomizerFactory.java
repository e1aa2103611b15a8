package ru.targetsms.simulator.boot.test;

import java.util.List;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Finds the annotation on a test class, or around it. */
final class SimulatorCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configuration) {
        AutoConfigureGatewaySimulator wanted =
                TestContextAnnotationUtils.findMergedAnnotation(testClass, AutoConfigureGatewaySimulator.class);
        return wanted == null ? null : new SimulatorCustomizer(wanted.profile(), wanted.speed());
    }
}
