package ru.targetsms.camel.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jms.JmsComponent;
import org.junit.jupiter.api.Test;
import ru.targetsms.camel.CamelTest;
import ru.targetsms.camel.model.TargetSmsException;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.gateway.ActiveFault;

/** Runs the routes of the guides that take orders from a queue, as they stand there. */
class GuideRouteTest extends CamelTest {

    @Test
    void aLostAnswerIsRepeatedUnderTheSameClientId() throws Exception {
        ActiveFault lostAnswer = simulator.faults().add(Fault.dropAfterAccept().first(1));
        try (Broker broker = new Broker()) {
            broker.put(3);
            context.addComponent("jms", JmsComponent.jmsComponent(new ActiveMQConnectionFactory(broker.url())));

            context.addRoutes(new GuideRoute());

            await().atMost(Duration.ofSeconds(30)).until(() -> broker.waiting() == 0);
            context.stop();
        }
        assertThat(lostAnswer.fired()).isEqualTo(1);
        assertThat(simulator.ledger().totals().accepted()).isEqualTo(3);
        assertThat(simulator.ledger().totals().doubledRecipients()).isZero();
        assertThat(simulator.ledger().totals().duplicatesRefused()).isEqualTo(1);
    }

    @Test
    void thirtyTwoConsumersShareDocuments() throws Exception {
        simulator.faults().add(Fault.delay(Duration.ofMillis(200)));
        int messages = 200;
        try (Broker broker = new Broker()) {
            broker.put(messages);
            context.addComponent("jms", JmsComponent.jmsComponent(new ActiveMQConnectionFactory(broker.url())));

            context.addRoutes(new ConcurrentRoute());

            await().atMost(Duration.ofSeconds(30)).until(() -> broker.waiting() == 0);
            context.stop();
        }
        assertThat(simulator.ledger().totals().accepted()).isEqualTo(messages);
        assertThat(simulator.ledger().totals().posts()).as("documents").isLessThan(messages / 2);
    }

    private static final class ConcurrentRoute extends RouteBuilder {

        @Override
        public void configure() {
            from("jms:orders?transacted=true&concurrentConsumers=32")
                    .setHeader("CamelTargetSmsPhone", header("phone"))
                    .to("targetsms:send?idempotencyKey=${header.orderNumber}");
        }
    }

    private static final class GuideRoute extends RouteBuilder {

        @Override
        public void configure() {
            onException(TargetSmsException.class)
                    .onWhen(simple("${exception.retrySafe}"))
                    .maximumRedeliveries(5)
                    .redeliveryDelay(1000)
                    .useExponentialBackOff();
            from("jms:orders?transacted=true")
                    .setHeader("CamelTargetSmsPhone", header("phone"))
                    .to("targetsms:send?idempotencyKey=${header.orderNumber}&idempotencyNamespace=shop");
        }
    }
}
