package ru.targetsms.camel.observe;

import java.time.Duration;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.RegisterExtension;
import ru.targetsms.camel.CamelTest;
import ru.targetsms.camel.TargetSmsConfiguration;
import ru.targetsms.camel.status.StatusConsumer;
import ru.targetsms.simulator.GatewaySimulator;
import ru.targetsms.simulator.model.Profile;

/** Tracks messages, and receives reports once the test moves their states. */
abstract class ReportScene extends CamelTest {

    static final String PHONE = "79001234567";

    @RegisterExtension
    static final GatewaySimulator gateway =
            GatewaySimulator.builder().profile(Profile.MANUAL).start();

    @Override
    protected void configure(TargetSmsConfiguration configuration) {
        super.configure(configuration);
        configuration.setBaseUrl(gateway.baseUrl());
        configuration.setTrack(true);
    }

    void reports(String options, Processor processor) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("targetsms:status?firstPollDelay=20&maxPollDelay=100&initialDelay=0&delay=20" + options)
                        .routeId("reports")
                        .process(processor);
            }
        });
    }

    StatusConsumer consumer() {
        return (StatusConsumer) context.getRoute("reports").getConsumer();
    }

    long sent(Map<String, Object> headers) {
        Exchange exchange = send("targetsms:send?phone=" + PHONE, "Ваш код 4711", headers);
        return Long.parseLong(exchange.getMessage().getHeader("CamelTargetSmsIdMessage", String.class));
    }

    void awaitNothingPending() {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> consumer().getPending() == 0);
    }
}
