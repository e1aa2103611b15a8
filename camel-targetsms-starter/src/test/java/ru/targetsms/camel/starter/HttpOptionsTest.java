package ru.targetsms.camel.starter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** {@code http.*} of a property file ends in the camel-http endpoint underneath. */
class HttpOptionsTest {

    @Test
    void everySpellingBecomesTheNameThatCamelHttpKnows() {
        Starter.component(
                Starter.with(
                        "http.proxy-host=localhost",
                        "http.proxyPort=3128",
                        "http.httpClient.responseTimeout=5000",
                        "http.http-client.connection-request-timeout=6000"),
                component -> assertThat(component.getConfiguration().getHttp())
                        .isEqualTo(Map.of(
                                "proxyHost", "localhost",
                                "proxyPort", "3128",
                                "httpClient.responseTimeout", "5000",
                                "httpClient.connectionRequestTimeout", "6000")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http.proxy-host", "http.proxyHost", "http[proxyHost]", "http[proxy-host]"})
    void aProxyOfThePropertiesIsUsed(String proxyHost) {
        try (CannedGateway proxy = new CannedGateway()) {
            behind(proxy, proxyHost + "=localhost", "http.httpClient.responseTimeout=5000")
                    .run(context -> send(context.getBean(CamelContext.class), "targetsms:send"));

            assertThat(proxy.requests()).singleElement().satisfies(request -> assertThat(request.uri())
                    .startsWith("http://gateway.invalid"));
        }
    }

    @Test
    void anOptionOfTheEndpointGoesOverThatOfTheProperties() {
        try (CannedGateway proxy = new CannedGateway()) {
            behind(proxy, "http.proxy-host=nobody.invalid", "http.http-client.response-timeout=1")
                    .run(context -> send(
                            context.getBean(CamelContext.class),
                            "targetsms:send?http.proxyHost=localhost&http.httpClient.responseTimeout=5000"));

            assertThat(proxy.requests()).hasSize(1);
        }
    }

    private static ApplicationContextRunner behind(CannedGateway proxy, String... properties) {
        return Starter.with(properties)
                .withPropertyValues(
                        "camel.component.targetsms.base-url=http://gateway.invalid",
                        "camel.component.targetsms.allow-plain-http=true",
                        "camel.component.targetsms.username=demo",
                        "camel.component.targetsms.password=demo",
                        "camel.component.targetsms.http.proxy-port=" + proxy.port());
    }

    private static void send(CamelContext camelContext, String uri) throws Exception {
        try (ProducerTemplate template = camelContext.createProducerTemplate()) {
            template.requestBodyAndHeader(uri, "Hello", "CamelTargetSmsPhone", "79001234567");
        }
    }
}
