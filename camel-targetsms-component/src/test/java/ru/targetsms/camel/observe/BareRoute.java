package ru.targetsms.camel.observe;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import ru.targetsms.camel.TargetSmsComponent;

/** Is a program that sends one message through a route and prints its outcome. */
public final class BareRoute {

    private BareRoute() {}

    /** Takes the gateway's address, and the names of classes that must not be there. */
    public static void main(String[] arguments) throws Exception {
        for (int i = 1; i < arguments.length; i++) {
            refuse(arguments[i]);
        }
        System.out.println(send(arguments[0]));
    }

    private static void refuse(String optional) {
        try {
            Class.forName(optional);
        } catch (ClassNotFoundException e) {
            return;
        }
        throw new IllegalStateException(optional + " is on the class path");
    }

    private static String send(String baseUrl) throws Exception {
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
        }
    }
}
