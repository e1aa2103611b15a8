package ru.targetsms.camel.starter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import ru.targetsms.camel.TargetSmsComponent;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.SendResult;

/** An application as a user writes it: the starter on the class path, three properties, a route. */
@SpringBootTest
@ExtendWith(OutputCaptureExtension.class)
class ThreePropertiesTest {

    private static final String PASSWORD = "hush-4f1c";
    private static final CannedGateway GATEWAY = new CannedGateway();

    @Autowired
    private ProducerTemplate template;

    @Autowired
    private CamelContext camelContext;

    @DynamicPropertySource
    static void threeProperties(DynamicPropertyRegistry properties) {
        properties.add("camel.component.targetsms.base-url", GATEWAY::url);
        properties.add("camel.component.targetsms.username", () -> "demo");
        properties.add("camel.component.targetsms.password", () -> PASSWORD);
        properties.add("logging.level.org.apache.camel", () -> "DEBUG");
        properties.add("logging.level.org.springframework.boot.context.properties", () -> "TRACE");
        properties.add("logging.level.ru.targetsms", () -> "TRACE");
    }

    @AfterAll
    static void close() {
        GATEWAY.close();
    }

    @BeforeEach
    void forget() {
        GATEWAY.requests().clear();
    }

    @Test
    void threePropertiesAreEnoughToSend() {
        List<SendResult> results = send("direct:main");

        assertThat(results).singleElement().satisfies(result -> {
            assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(result.idMessage()).isEqualTo("4711");
        });
        assertThat(body()).contains("value=\"demo\"", "value=\"" + PASSWORD + "\"", ">Hello<");
    }

    @Test
    void aSecondComponentBeanSendsFromItsOwnAccount() {
        send("direct:shop");

        assertThat(body()).contains("value=\"shop\"", "value=\"shop-secret\"").doesNotContain("demo", PASSWORD);
    }

    @Test
    void thePasswordIsInNoLogAndNoToString(
            CapturedOutput output, @Autowired TargetSmsComponentConfiguration properties) {
        send("direct:main");

        assertThat(output)
                .contains("Starting ThreePropertiesTest", "direct://main")
                .doesNotContain(PASSWORD);
        assertThat(properties.toString()).doesNotContain(PASSWORD);
        assertThat(camelContext.getEndpoints().toString()).doesNotContain(PASSWORD);
        assertThat(camelContext.getComponent("targetsms").toString()).doesNotContain(PASSWORD);
    }

    @SuppressWarnings("unchecked")
    private List<SendResult> send(String route) {
        return template.requestBodyAndHeader(route, "Hello", "CamelTargetSmsPhone", "79001234567", List.class);
    }

    private static String body() {
        assertThat(GATEWAY.requests()).hasSize(1);
        return GATEWAY.requests().get(0).body();
    }

    @Configuration
    @EnableAutoConfiguration
    static class Application {

        @Bean
        TargetSmsComponent targetsmsShop() {
            TargetSmsComponent shop = new TargetSmsComponent();
            shop.getConfiguration().setBaseUrl(GATEWAY.url());
            shop.getConfiguration().setUsername("shop");
            shop.getConfiguration().setPassword("shop-secret");
            return shop;
        }

        @Bean
        RouteBuilder routes() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:main").to("targetsms:send");
                    from("direct:shop").to("targetsmsShop:send");
                }
            };
        }
    }
}
