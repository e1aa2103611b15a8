package ru.targetsms.files;

import static ru.targetsms.simulator.assertion.SimulatorAssertions.assertThat;

import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.targetsms.camel.model.TargetSmsException;
import ru.targetsms.simulator.GatewaySimulator;
import ru.targetsms.simulator.boot.test.AutoConfigureGatewaySimulator;
import ru.targetsms.simulator.fault.Fault;

/** The test of an application as anybody writes it: starter, route, and the simulator in place of the gateway. */
@SpringBootTest
@AutoConfigureGatewaySimulator
class ShopTest {

    @Autowired
    private ProducerTemplate template;

    @Autowired
    private GatewaySimulator gateway;

    @Test
    void aCustomerIsToldOnce() {
        template.sendBody("direct:ready", "4711");

        assertThat(gateway)
                .received("79001234567")
                .once()
                .withText("Заказ 4711 готов")
                .from("Shop");
    }

    @Test
    void anAnswerThatIsLostSendsNothingTwice() {
        gateway.faults().add(Fault.dropAfterAccept().first(1));

        template.sendBody("direct:ready", "4711");

        assertThat(gateway)
                .everyFaultFired()
                .hasNoDuplicates()
                .received("79001234567")
                .once();
    }

    @Configuration
    @EnableAutoConfiguration
    static class Shop {

        @Bean
        RouteBuilder routes() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    onException(TargetSmsException.class)
                            .onWhen(simple("${exception.retrySafe}"))
                            .maximumRedeliveries(2)
                            .redeliveryDelay(10);
                    from("direct:ready")
                            .setHeader("CamelTargetSmsPhone", constant("79001234567"))
                            .setHeader("order", body())
                            .setBody(simple("Заказ ${body} готов"))
                            .to("targetsms:send?senderSms=Shop&idempotencyKey=${header.order}");
                }
            };
        }
    }
}
