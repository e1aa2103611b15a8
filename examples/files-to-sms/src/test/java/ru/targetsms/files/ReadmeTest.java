package ru.targetsms.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import ru.targetsms.camel.TargetSmsComponent;
import ru.targetsms.camel.TargetSmsConfiguration;
import ru.targetsms.camel.model.TargetSmsException;
import ru.targetsms.camel.status.StatusConsumer;
import ru.targetsms.simulator.GatewaySimulator;

/** The README's routes, run. */
class ReadmeTest {

    private static final Path README = Path.of("../../README.md");
    private static final Path RUSSIAN = Path.of("../../README.ru.md");
    private static final Path THIS = Path.of("src/test/java/ru/targetsms/files/ReadmeTest.java");
    private static final Path COMPARISON = THIS.resolveSibling("ComparisonTest.java");

    @Test
    void everyRouteInJavaStandsHere() throws Exception {
        String run = withoutIndent(Files.readString(THIS) + Files.readString(COMPARISON));

        assertThat(blocks("java")).hasSize(3).allSatisfy(block -> assertThat(run)
                .contains(withoutIndent(block)));
    }

    @Test
    void theRussianPageShowsTheSameCodePicturesAndLinksInTheSameOrder() throws Exception {
        String english = Files.readString(README).replace("README.ru.md", "README.md");
        String russian = Files.readString(RUSSIAN);

        assertThat(found("(?s:```.*?```)|(?m:^    .*$)", russian))
                .isEqualTo(found("(?s:```.*?```)|(?m:^    .*$)", english));
        assertThat(found("]\\([^)]+\\)", russian)).isEqualTo(found("]\\([^)]+\\)", english));
        assertThat(found("(?m)^(#|\\|)", russian)).as("headings and rows").isEqualTo(found("(?m)^(#|\\|)", english));
    }

    @Test
    void theCompatibilityTableIsWhatCiRuns() throws Exception {
        String pom = Files.readString(Path.of("../../pom.xml"));
        String ci = Files.readString(Path.of("../../.ci/run"));
        List<String> camel = found("(?<=<camel.version>)\\d+\\.\\d+", pom);
        List<String> boot = found("(?<=<spring-boot.version>)\\d+\\.\\d+", pom);

        List<String> rows = found("(?m)^\\| 4\\.\\d+ \\| \\d\\.\\d+ \\|", Files.readString(README));

        assertThat(camel).hasSameSizeAs(boot).hasSizeGreaterThan(1);
        assertThat(rows)
                .isEqualTo(IntStream.range(0, camel.size())
                        .mapToObj(i -> "| " + camel.get(i) + " | " + boot.get(i) + " |")
                        .toList());
        assertThat(ci).contains("-Pcamel-4.22", "JDK 25");
    }

    @Test
    void theRouteInJavaSendsAMessage() throws Exception {
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
    void theRoutesInJavaReportWhatBecameOfAMessage() throws Exception {
        runs(
                context -> context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("timer:hello?repeatCount=1")
                                .setHeader("CamelTargetSmsPhone", constant("70000000100"))
                                .setBody(constant("Your order is ready"))
                                .to("targetsms:send?senderSms=Shop&track=true");
                        from("targetsms:status")
                                .log("${header.CamelTargetSmsIdMessage}: ${header.CamelTargetSmsState}");
                    }
                }),
                context -> await().until(() -> context.getInflightRepository().size() == 0
                        && context.getRoutes().stream()
                                .map(Route::getConsumer)
                                .anyMatch(consumer -> consumer instanceof StatusConsumer reports
                                        && reports.getLastSuccessfulPoll() != null
                                        && reports.getPending() == 0)));
    }

    @Test
    void theRouteInYamlSendsAMessage() throws Exception {
        runs(context -> PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.fromString(
                        "readme.camel.yaml", blocks("yaml").get(0))));
    }

    private static void runs(Step routes) throws Exception {
        runs(routes, context -> {});
    }

    private static void runs(Step routes, Step then) throws Exception {
        try (GatewaySimulator gateway = GatewaySimulator.start();
                CamelContext context = new DefaultCamelContext()) {
            TargetSmsConfiguration account =
                    context.getComponent("targetsms", TargetSmsComponent.class).getConfiguration();
            account.setBaseUrl(gateway.baseUrl());
            account.setUsername("demo");
            account.setPassword("demo");
            account.setFirstPollDelay(100);
            routes.on(context);
            context.start();

            assertThat(gateway.awaitMessages(1, Duration.ofSeconds(10))).hasSize(1);
            assertThat(gateway.ledger()
                            .recipient("70000000100", "Your order is ready")
                            .accepted())
                    .isOne();
            then.on(context);
        }
    }

    private static List<String> blocks(String language) throws IOException {
        Pattern block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL);
        return block.matcher(Files.readString(README))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static String withoutIndent(String text) {
        return text.replaceAll("\\s+", "");
    }

    private interface Step {
        void on(CamelContext context) throws Exception;
    }
}
