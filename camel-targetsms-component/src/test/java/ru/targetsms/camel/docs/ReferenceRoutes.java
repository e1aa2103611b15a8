package ru.targetsms.camel.docs;

import org.apache.camel.builder.RouteBuilder;
import ru.targetsms.camel.model.TargetSmsException;

/** Holds the routes that the reference page shows in Java, by their titles. */
final class ReferenceRoutes extends RouteBuilder {

    private final String title;

    ReferenceRoutes(String title) {
        this.title = title;
    }

    @Override
    public void configure() {
        switch (title) {
            case "Repeat what is safe to repeat" -> repeat();
            case "Say no to long texts" -> sayNo();
            case "Hear what became of it" -> report();
            case "Ask for a state" -> ask();
            case "Send an SMS" -> sms();
            case "Viber with SMS as fallback" -> viber();
            case "Keep the body (Java only)" -> keepTheBody();
            default -> throw new AssertionError("No route in Java: " + title);
        }
    }

    private void repeat() {
        onException(TargetSmsException.class)
                .onWhen(simple("${exception.retrySafe}"))
                .maximumRedeliveries(5)
                .redeliveryDelay(1000)
                .useExponentialBackOff();
        from("direct:paid")
                .setHeader("CamelTargetSmsPhone", header("customerPhone"))
                .to("targetsms:send?idempotencyKey=${header.orderNumber}&idempotencyNamespace=paid");
    }

    private void sayNo() {
        from("direct:notice")
                .setHeader("CamelTargetSmsPhone", header("customerPhone"))
                .to("targetsms:send?maxSmsParts=2")
                .log("${header.CamelTargetSmsParts} parts in ${header.CamelTargetSmsEncoding}");
    }

    private void report() {
        from("direct:booked")
                .setHeader("CamelTargetSmsPhone", header("customerPhone"))
                .setHeader("CamelTargetSmsCorrelationId", header("orderNumber"))
                .to("targetsms:send?track=true");
        from("targetsms:status")
                .log("order ${header.CamelTargetSmsCorrelationId}: ${header.CamelTargetSmsState}")
                .to("direct:report");
    }

    private void ask() {
        from("direct:ask")
                .to("targetsms:status")
                .log("${header.CamelTargetSmsState} since ${header.CamelTargetSmsStateChangedAt}");
    }

    private void sms() {
        from("direct:ready")
                .setHeader("CamelTargetSmsPhone", header("customerPhone"))
                .to("targetsms:send?senderSms=Shop")
                .log("accepted as ${header.CamelTargetSmsIdMessage}");
    }

    private void viber() {
        from("direct:shipped")
                .setHeader("CamelTargetSmsPhone", header("customerPhone"))
                .setHeader("CamelTargetSmsTextViber", simple("Order ${header.orderNumber} is on its way"))
                .setHeader("CamelTargetSmsButtonText", constant("Where is it?"))
                .setHeader("CamelTargetSmsButtonUrl", simple("https://shop.example/orders/${header.orderNumber}"))
                .to("targetsms:send?senderViber=Shop&senderSms=Shop&validityPeriodViber=30");
    }

    private void keepTheBody() {
        from("direct:order")
                .toV("targetsms:send?senderSms=Shop", null, "results")
                .log("${body}: ${variable.results[0].outcome}");
    }
}
