package ru.targetsms.camel.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.targetsms.simulator.assertion.SimulatorAssertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import ru.targetsms.camel.CamelTest;
import ru.targetsms.camel.TargetSmsComponent;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.TargetSmsMessage;
import ru.targetsms.camel.text.SmsEncoding;
import ru.targetsms.camel.text.SmsText;

/** Runs what the reference page shows in Java only. */
class ReferenceJavaTest extends CamelTest {

    @Test
    void aSecondAccountIsASecondComponent() throws Exception {
        String password = "demo";

        TargetSmsComponent shop = new TargetSmsComponent();
        shop.getConfiguration().setUsername("shop");
        shop.getConfiguration().setPassword(password);
        context.addComponent("targetsmsShop", shop);

        shop.getConfiguration().setBaseUrl(simulator.baseUrl());
        Exchange exchange = send("targetsmsShop:send", "x", Map.of("CamelTargetSmsPhone", "79001234567"));

        assertThat(exchange.getException())
                .as("an account unknown to the simulator")
                .isNotNull();
        assertThat(lastRequest()).contains("<login value=\"shop\"/>");
    }

    @Test
    void manyMessagesGoAsOneBody() {
        List<TargetSmsMessage> messages = List.of(
                TargetSmsMessage.builder()
                        .to("79001234567", 4711)
                        .textSms("Order 4711 is ready")
                        .build(),
                TargetSmsMessage.builder()
                        .to("79007654321", 4712)
                        .textViber("Order 4712 is on its way")
                        .textSms("Order 4712 is on its way")
                        .build());
        List<?> results = template.requestBody("targetsms:send?senderSms=Shop&senderViber=Shop", messages, List.class);

        assertThat(results).hasSize(2).allMatch(result -> ((SendResult) result).accepted());
        assertThat(simulator).received("79001234567").once().bySms().withClientId(4711);
        assertThat(simulator).received("79007654321").once().byViberThenSms().withClientId(4712);
        assertThat(simulator.ledger().totals().posts()).isEqualTo(1);
    }

    @Test
    void theBodyIsKeptWhenTheResultsGoIntoAVariable() throws Exception {
        context.addRoutes(new ReferenceRoutes("Keep the body (Java only)"));

        Exchange exchange = send("direct:order", "Your order", Map.of("CamelTargetSmsPhone", "79001234567"));

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isEqualTo("Your order");
        assertThat(exchange.getVariable("results", List.class)).hasSize(1);
    }

    @Test
    void partsAreCountedWithoutAGateway() {
        SmsText counted = SmsText.of("Ваш заказ готов");
        boolean cheap = counted.parts() == 1 && counted.encoding() == SmsEncoding.UCS_2;

        assertThat(cheap).isTrue();
    }
}
