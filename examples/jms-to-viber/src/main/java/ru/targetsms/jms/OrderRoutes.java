package ru.targetsms.jms;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.LoggingLevel;
import org.apache.camel.TypeConversionException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.processor.PredicateValidationException;
import org.springframework.stereotype.Component;
import ru.targetsms.camel.model.DocumentRejectedException;
import ru.targetsms.camel.model.TargetSmsException;

/**
 * Leads every order from the queue to Viber. The queue forgets an order when the gateway has accepted it and its delivery
 * report is waited for; whatever goes wrong before, the order is still there.
 */
@Component
class OrderRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // The order goes back to the queue; the broker brings it again after a while, then after a longer one.
        onException(TargetSmsException.class)
                .onWhen(simple("${exception.retrySafe}"))
                .logExhausted(false)
                .log(
                        LoggingLevel.WARN,
                        "Order ${header.CamelTargetSmsCorrelationId} comes again: ${exception.message}");

        // No other order would fare better: they stay where they are until somebody has seen to the account.
        onException(DocumentRejectedException.class)
                .onWhen(simple("${exception.reason.concernsAccount}"))
                .logExhausted(false)
                .log(LoggingLevel.ERROR, "No more orders are taken from the queue: ${exception.message}")
                .to("controlbus:route?routeId=orders&action=suspend&async=true");

        // The order itself is at fault. It is parked with the reason, and the others go on.
        onException(TargetSmsException.class)
                .handled(true)
                .useOriginalBody()
                .setHeader("reason", simple("${exception.message}"))
                .to("direct:refused");
        onException(
                        JsonProcessingException.class,
                        PredicateValidationException.class,
                        InvalidPayloadException.class,
                        TypeConversionException.class)
                .handled(true)
                .useOriginalBody()
                .setHeader("reason", constant("not an order in JSON"))
                .to("direct:refused");

        from("jms:queue:orders?concurrentConsumers=8")
                .routeId("orders")
                .unmarshal()
                .json(Order.class)
                .validate(body().isNotNull())
                .setHeader("CamelTargetSmsCorrelationId", simple("${body.number}"))
                .setBody(simple("${body.message}"))
                .to("targetsms:send?sendViber=1&sendSms=2&validityPeriodViber=15&finaleViberRead=1"
                        + "&senderViber=Shop&senderSms=Shop&track=true"
                        + "&idempotencyKey=${header.CamelTargetSmsCorrelationId}&idempotencyNamespace=orders")
                .log("Order ${header.CamelTargetSmsCorrelationId}: accepted as ${header.CamelTargetSmsIdMessage}");

        from("direct:refused")
                .routeId("refused")
                .setHeader("order", simple("${header.CamelTargetSmsCorrelationId}"))
                .to("jms:queue:orders.refused")
                .log(LoggingLevel.WARN, "Order ${header.order} parked: ${header.reason}");

        from("file:{{jms-to-viber.folder}}/inbox?include=.*[.]json&move=../done&initialDelay=0")
                .routeId("inbox")
                .convertBodyTo(String.class, "UTF-8")
                .to("jms:queue:orders");
    }
}
