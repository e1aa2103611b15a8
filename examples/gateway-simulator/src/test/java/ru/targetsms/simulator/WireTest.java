package ru.targetsms.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import ru.targetsms.simulator.model.HttpExchange;

class WireTest {

    @Test
    void the_last_exchanges_are_kept_byte_for_byte() {
        try (GatewaySimulator gateway = GatewaySimulator.builder().exchanges(2).start()) {
            Client client = new Client(gateway.baseUrl());
            String document = Client.request(Client.sms("79001234567", "Привет"));
            client.send("<first/>");
            String answer = client.post("/xml/message.php", document);
            client.state(1);

            List<HttpExchange> exchanges = gateway.requests();

            assertThat(exchanges)
                    .extracting(HttpExchange::path)
                    .containsExactly("/xml/message.php", "/xml/state_message.php");
            assertThat(exchanges.get(0).requestText()).isEqualTo(document);
            assertThat(exchanges.get(0).answerText()).isEqualTo(answer);
            assertThat(exchanges.get(0).header("content-type")).hasValue(Client.TYPE);
            assertThat(exchanges.get(0).header("expect")).isEmpty();
        }
    }

    @Test
    void nothing_that_can_be_printed_holds_a_phone_a_text_or_a_password() {
        try (GatewaySimulator gateway =
                GatewaySimulator.builder().account("shop", "secret").start()) {
            String document = Client.request(Client.sms("79001234567", "private text"))
                    .replace(
                            "<login value=\"demo\"/><password value=\"demo\"/>",
                            "<login value=\"shop\"/><password value=\"secret\"/>");
            new Client(gateway.baseUrl()).post("/xml/message.php", document);

            assertThat(gateway.messages()).hasSize(1);
            assertThat(gateway.messages() + " " + gateway.requests() + " " + gateway.options())
                    .doesNotContain("79001234567", "private", "secret");
        }
    }

    @Test
    @ResourceLock(Resources.SYSTEM_PROPERTIES)
    void the_properties_of_the_application_around_it_do_not_reach_it() {
        System.setProperty("server.servlet.context-path", "/elsewhere");
        System.setProperty("server.address", "0.0.0.0");
        System.setProperty("targetsms.simulator.login", "other");
        try (GatewaySimulator gateway = GatewaySimulator.start()) {
            assertThat(gateway.baseUrl()).isEqualTo("http://127.0.0.1:" + gateway.port());
            assertThat(new Client(gateway.baseUrl()).send(Client.sms("79001234567", "text")))
                    .contains(">send<");
        } finally {
            System.clearProperty("server.servlet.context-path");
            System.clearProperty("server.address");
            System.clearProperty("targetsms.simulator.login");
        }
    }

    @Test
    void two_simulators_know_nothing_of_each_other() {
        try (GatewaySimulator one = GatewaySimulator.start();
                GatewaySimulator two = GatewaySimulator.start()) {
            new Client(one.baseUrl()).send(Client.sms("79001234567", "text", 1));

            assertThat(new Client(two.baseUrl()).send(Client.sms("79001234567", "text", 1)))
                    .contains(">send<");
            assertThat(one.messages()).hasSize(1);
            assertThat(two.messages()).hasSize(1);
        }
    }
}
