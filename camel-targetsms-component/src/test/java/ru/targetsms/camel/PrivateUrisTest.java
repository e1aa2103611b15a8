package ru.targetsms.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static ru.targetsms.camel.dsl.StaticEndpointBuilders.targetsms;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.util.URISupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nothing that is printed or shown by JMX tells a phone or a secret that stands in the URI, or a text. A builder of the
 * Endpoint DSL is the URI itself, as with Camel's own: its {@code getRawUri} and {@code toString} hide nothing, and
 * belong into no log.
 */
class PrivateUrisTest {

    private static final String URI = "targetsms:send?phone=79001234567&token=geheim&senderSms=Shop";
    private static final String[] PRIVATE = {"79001234567", "secret", "geheim"};

    @AfterEach
    void forgetTheKeywords() {
        URISupport.addSanitizeKeywords("phone");
    }

    @Test
    void camelMasksThePhoneInTheUrisItPrints() throws Exception {
        try (CamelContext context = started(null)) {
            assertThat(URISupport.sanitizeUri(context.getEndpoint(URI).getEndpointUri()))
                    .contains("phone=", "token=")
                    .doesNotContain(PRIVATE);
        }
    }

    @Test
    void keywordsThatSomebodyNamedStay() throws Exception {
        try (CamelContext context = started("colour")) {
            assertThat(context.getCamelContextExtension().getAdditionalSensitiveKeywords())
                    .isEqualTo("colour");
            assertThat(URISupport.sanitizeUri("x:y?colour=red")).doesNotContain("red");
        }
    }

    static Stream<Named<RouteBuilder>> routes() {
        return Stream.of(named("URI", withUri()), named("Endpoint DSL", withEndpointDsl()));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void logsExceptionsAndJmxTellNothing(RouteBuilder route) throws Exception {
        try (LogCapture log = new LogCapture();
                CamelContext context = started(null, route)) {
            String failure = "";
            try {
                context.createProducerTemplate().sendBody("direct:in", "secret");
            } catch (RuntimeException e) {
                failure = e + " " + e.getCause();
            }

            assertThat(failure).contains("NotSentException").doesNotContain(PRIVATE);
            assertThat(log.lines()).isNotEmpty().noneSatisfy(line -> assertThat(line)
                    .containsAnyOf(PRIVATE));
            assertThat(jmx()).isNotEmpty().noneSatisfy(line -> assertThat(line).containsAnyOf(PRIVATE));
        }
    }

    private static CamelContext started(String keywords) throws Exception {
        return started(keywords, withUri());
    }

    private static CamelContext started(String keywords, RouteBuilder route) throws Exception {
        CamelContext context = new DefaultCamelContext();
        if (keywords != null) {
            context.getCamelContextExtension().setAdditionalSensitiveKeywords(keywords);
        }
        context.getComponent("targetsms", TargetSmsComponent.class)
                .getConfiguration()
                .setBaseUrl("http://127.0.0.1:1");
        context.addRoutes(route);
        context.start();
        return context;
    }

    private static RouteBuilder withUri() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to(URI);
            }
        };
    }

    private static RouteBuilder withEndpointDsl() {
        return new EndpointRouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .to(targetsms("send")
                                .phone("79001234567")
                                .token("geheim")
                                .senderSms("Shop"));
            }
        };
    }

    /** Every name and every readable attribute of Camel's beans. */
    private static List<String> jmx() throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        List<String> lines = new ArrayList<>();
        for (ObjectName name : server.queryNames(new ObjectName("org.apache.camel:*"), null)) {
            lines.add(name.getCanonicalName());
            Stream.of(server.getMBeanInfo(name).getAttributes())
                    .filter(MBeanAttributeInfo::isReadable)
                    .map(attribute -> attribute.getName() + "=" + value(server, name, attribute.getName()))
                    .forEach(lines::add);
        }
        return lines;
    }

    private static Object value(MBeanServer server, ObjectName name, String attribute) {
        try {
            return server.getAttribute(name, attribute);
        } catch (Exception e) {
            return e.toString();
        }
    }
}
