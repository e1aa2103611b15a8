package ru.targetsms.camel.starter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;

class YamlTest {

    @Test
    void anAccountIsDescribedInYaml() {
        try (CannedGateway proxy = new CannedGateway()) {
            Starter.with("http.proxy-port=" + proxy.port())
                    .withInitializer(new ConfigDataApplicationContextInitializer())
                    .withPropertyValues("spring.config.location=classpath:account.yaml")
                    .run(context -> send(context.getBean(CamelContext.class)));

            assertThat(proxy.requests()).singleElement().satisfies(request -> {
                assertThat(request.uri()).startsWith("http://gateway.invalid");
                assertThat(request.body())
                        .contains("value=\"#&amp;+% {demo}\"", "client_id_message=\"6477599451506924210\"");
            });
        }
    }

    private static void send(CamelContext camelContext) throws Exception {
        try (ProducerTemplate template = camelContext.createProducerTemplate()) {
            template.requestBodyAndHeaders(
                    "targetsms:send", "Hello", Map.of("CamelTargetSmsPhone", "79001234567", "orderId", "ID:42"));
        }
    }
}
