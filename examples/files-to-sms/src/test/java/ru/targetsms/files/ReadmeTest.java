package ru.targetsms.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import ru.targetsms.camel.TargetSmsComponent;
import ru.targetsms.camel.TargetSmsConfiguration;
import ru.targetsms.camel.model.TargetSmsException;
import ru.targetsms.simulator.GatewaySimulator;

/** The README's routes, run. */
class ReadmeTest {

    private static final Path README = Path.of("../../README.md");
    private static final Path THIS = Path.of("src/test/java/ru/targetsms/files/ReadmeTest.java");

    @Test
    void theRouteInJavaSendsAMessage() throws Exception {
        assertThat(withoutIndent(Files.readString(THIS))).contains(withoutIndent(block("java")));

        runs(context -> context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(TargetSmsException.class)
                        .onWhen(simple("${exception.retrySafe}"))
                        .maximumRedeliveries(5);
                from("timer:hello?repeatCount=1")
                        .setHeader("CamelTargetSmsPhone", constant("70000000100"))
                        .setBody(constant("Your order is ready"))
                        .to("targetsms:send?senderSms=Shop")
                        .log("accepted as ${header.CamelTargetSmsIdMessage}");
            }
        }));
    }

    @Test
    void theRouteInYamlSendsAMessage() throws Exception {
        runs(context -> PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.fromString("readme.camel.yaml", block("yaml"))));
    }

    private static void runs(Routes routes) throws Exception {
        try (GatewaySimulator gateway = GatewaySimulator.start();
                CamelContext context = new DefaultCamelContext()) {
            TargetSmsConfiguration account =
                    context.getComponent("targetsms", TargetSmsComponent.class).getConfiguration();
            account.setBaseUrl(gateway.baseUrl());
            account.setUsername("demo");
            account.setPassword("demo");
            routes.addTo(context);
            context.start();

            assertThat(gateway.awaitMessages(1, Duration.ofSeconds(10))).hasSize(1);
            assertThat(gateway.ledger()
                            .recipient("70000000100", "Your order is ready")
                            .accepted())
                    .isOne();
        }
    }

    private static String block(String language) throws IOException {
        Matcher matcher =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(README));
        assertThat(matcher.find()).as("README has a block of " + language).isTrue();
        return matcher.group(1);
    }

    private static String withoutIndent(String text) {
        return text.replaceAll("\\s+", "");
    }

    private interface Routes {
        void addTo(CamelContext context) throws Exception;
    }
}
