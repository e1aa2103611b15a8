package ru.targetsms.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** R20: endpoints of one context that share key expression and namespace are named in a WARN at start. */
class SharedKeyWarningTest {

    private static final String KEY = "idempotencyKey=${header.order}";

    @Test
    void r20_endpointsThatShareKeyAndNamespaceAreNamedWithoutPhonesAndTexts() {
        List<String> warnings = warningsOf(
                "targetsms:send?phone=79001234567&textSms=secret&" + KEY,
                "targetsms:send?senderSms=Shop&" + KEY,
                "targetsms:status");

        assertThat(warnings)
                .singleElement()
                .asString()
                .contains("2 endpoints", "phone&textSms", "senderSms=Shop", "idempotencyKey=")
                .doesNotContain("79001234567", "secret", "geheim");
    }

    @Test
    void aNamespaceOfItsOwnADifferentKeyAndAnotherAccountAreNoReasonToWarn() {
        assertThat(warningsOf(
                        "targetsms:send?" + KEY,
                        "targetsms:send",
                        "targetsms:send?batchSize=7",
                        "targetsms:send?idempotencyNamespace=second&" + KEY,
                        "targetsms:send?idempotencyKey=${header.invoice}",
                        "targetsms:send?username=other&password=geheim&" + KEY))
                .isEmpty();
    }

    @Test
    void aKeyThatComesFromTheComponentIsSharedByAllItsEndpoints() {
        assertThat(warningsOf("other:send", "other:send?batchSize=7", "other:status?batchSize=7"))
                .hasSize(1);
    }

    @Test
    void twoComponentsOfOneAccountWarnOnce() {
        assertThat(warningsOf("targetsms:send?idempotencyKey=${body}", "other:send"))
                .hasSize(1);
    }

    private static List<String> warningsOf(String... uris) {
        try (LogCapture log = new LogCapture();
                CamelContext context = new DefaultCamelContext()) {
            context.addComponent("other", component("${body}"));
            context.addComponent("targetsms", component(null));
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    for (String uri : uris) {
                        from("direct:" + uri.hashCode()).to(uri);
                    }
                }
            });
            context.start();
            return log.lines("WARN");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static TargetSmsComponent component(String key) {
        TargetSmsComponent component = new TargetSmsComponent();
        component.getConfiguration().setBaseUrl("http://127.0.0.1:1");
        component.getConfiguration().setUsername("demo");
        component.getConfiguration().setPassword("geheim");
        component.getConfiguration().setIdempotencyKey(key);
        return component;
    }
}
