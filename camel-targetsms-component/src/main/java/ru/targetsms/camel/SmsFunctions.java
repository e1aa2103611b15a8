package ru.targetsms.camel;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.ContextServicePlugin;

/**
 * Makes the {@link SmsFunction}s known to every context on a flat class path, before its first route is read. Elsewhere
 * they are known from the component's start on; the Spring Boot starter brings them as beans.
 */
public final class SmsFunctions implements ContextServicePlugin {

    @Override
    public void load(CamelContext context) {
        SmsFunction.bind(context);
    }
}
