package ru.targetsms.camel.observe;

import java.util.function.UnaryOperator;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import ru.targetsms.camel.TargetSmsComponent;

/** Sends one message through a route; made in a class loader that has nothing but what the component needs. */
public final class BareRoute implements UnaryOperator<String> {

    /** Takes the gateway's address and returns the outcome. */
    @Override
    public String apply(String baseUrl) {
        try (CamelContext context = new DefaultCamelContext()) {
            TargetSmsComponent component = context.getComponent("targetsms", TargetSmsComponent.class);
            component.getConfiguration().setBaseUrl(baseUrl);
            component.getConfiguration().setUsername("demo");
            component.getConfiguration().setPassword("demo");
            component.setHealthCheckProbeInterval(1_000L);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:bare").to("targetsms:send?track=true");
                    from("targetsms:status").to("direct:nowhere");
                }
            });
            context.start();
            Exchange sent = context.createProducerTemplate().send("direct:bare", exchange -> {
                exchange.getMessage().setBody("Привет");
                exchange.getMessage().setHeader("CamelTargetSmsPhone", "79001234567");
            });
            return sent.isFailed()
                    ? sent.getException().toString()
                    : String.valueOf(sent.getMessage().getHeader("CamelTargetSmsOutcome"));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
