package ru.targetsms.files;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import ru.targetsms.camel.model.TargetSmsException;
import ru.targetsms.files.run.StoppedException;

/**
 * Leads every file of the inbox, chunk by chunk, to the gateway. The same routes stand in {@code
 * routes/files-to-sms.camel.yaml}, which the profile {@code yaml} takes instead.
 */
@Component
@Profile("!yaml")
class FilesToSmsRoutes extends RouteBuilder {

    @Override
    public void configure() {
        onException(TargetSmsException.class)
                .onWhen(simple("${exception.retrySafe}"))
                .onExceptionOccurredRef("sendFailures")
                .maximumRedeliveries("{{files-to-sms.retries}}")
                .redeliveryDelay("{{files-to-sms.retry-delay}}")
                .useExponentialBackOff()
                .backOffMultiplier(2)
                .maximumRedeliveryDelay("{{files-to-sms.longest-retry-delay}}")
                .continued(true)
                .bean("sendFailures", "giveUp");
        onException(TargetSmsException.class)
                .onExceptionOccurredRef("sendFailures")
                .continued(true)
                .bean("sendFailures", "giveUp");
        onException(StoppedException.class).logExhausted(false);

        from("file:{{files-to-sms.inbox}}?include=.*[.]csv&{{files-to-sms.watch}}&move=${exchangeProperty.moveTo}")
                .routeId("files-to-sms")
                .bean("fileRuns", "open")
                .split(body())
                .streaming()
                .stopOnException()
                .to("direct:send")
                .end()
                .bean("fileRuns", "finish");

        from("direct:send")
                .routeId("send")
                .toV("targetsms:send?failOn=none", null, "results")
                .bean("fileRuns", "record");
    }
}
