package ru.targetsms.camel.docs;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.targetsms.simulator.assertion.SimulatorAssertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ru.targetsms.camel.CamelTest;
import ru.targetsms.camel.TargetSmsConfiguration;
import ru.targetsms.camel.docs.ReferencePage.Listing;
import ru.targetsms.camel.model.DeliveryState;
import ru.targetsms.camel.model.InvalidMessageException;
import ru.targetsms.camel.text.SmsEncoding;
import ru.targetsms.simulator.fault.Fault;

/** Runs the routes of the reference page in every language it shows them in: XML and YAML straight out of the page. */
class ReferenceRoutesTest extends CamelTest {

    private static final String PHONE = "79001234567";
    private static final Set<String> ROUTE_LANGUAGES = Set.of("java", "xml", "yaml");

    static List<Listing> routes() {
        return ReferencePage.read().listings().stream()
                .filter(listing -> ROUTE_LANGUAGES.contains(listing.language()))
                .filter(not(listing -> listing.code().startsWith("<dependency>")))
                .filter(not(listing -> listing.title().endsWith("(Java only)")))
                .toList();
    }

    @Override
    protected void configure(TargetSmsConfiguration configuration) {
        super.configure(configuration);
        configuration.setFirstPollDelay(0);
    }

    @Test
    void everyRouteIsShownInEveryLanguage() {
        Set<String> expected = new HashSet<>();
        Set<String> shown = new HashSet<>();
        for (Listing listing : routes()) {
            ROUTE_LANGUAGES.forEach(language -> expected.add(listing.title() + " in " + language));
            shown.add(listing.title() + " in " + listing.language());
        }

        assertThat(shown).isNotEmpty().isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aRouteDoesWhatThePageSays(Listing listing) throws Exception {
        load(listing);

        switch (listing.title()) {
            case "Send an SMS" -> anSmsIsSent();
            case "Viber with SMS as fallback" -> viberGoesFirst();
            case "Repeat what is safe to repeat" -> aLostAnswerIsRepeated();
            case "Say no to long texts" -> aLongTextIsRefused();
            case "Hear what became of it" -> aReportComesBack();
            case "Ask for a state" -> aStateIsTold();
            default -> throw new AssertionError("Nobody says what this route should do: " + listing);
        }
    }

    private void load(Listing listing) throws Exception {
        if ("java".equals(listing.language())) {
            context.addRoutes(new ReferenceRoutes(listing.title()));
        } else {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.fromString("page." + listing.language(), listing.code()));
        }
    }

    private void anSmsIsSent() {
        Exchange exchange = order("direct:ready", "Ваш заказ готов");

        assertThat(exchange.getException()).isNull();
        assertThat(simulator)
                .received(PHONE)
                .once()
                .withText("Ваш заказ готов")
                .from("Shop")
                .bySms();
    }

    private void viberGoesFirst() {
        Exchange exchange = order("direct:shipped", "Order 4711 was shipped");

        assertThat(exchange.getException()).isNull();
        assertThat(simulator).received(PHONE).once().byViberThenSms();
        assertThat(lastRequest())
                .contains("<text_viber>Order 4711 is on its way</text_viber>")
                .contains("<text_sms>Order 4711 was shipped</text_sms>")
                .contains("<button_text>Where is it?</button_text>")
                .contains("<button_url>https://shop.example/orders/4711</button_url>")
                .contains("<validity_period_viber>30</validity_period_viber>");
    }

    private void aLostAnswerIsRepeated() {
        simulator.faults().add(Fault.dropAfterAccept().first(1));

        Exchange exchange = order("direct:paid", "Order 4711 is paid");

        assertThat(exchange.getException()).isNull();
        assertThat(simulator).everyFaultFired().hasNoDuplicates();
        assertThat(simulator.ledger().totals().duplicatesRefused()).isEqualTo(1);
    }

    private void aLongTextIsRefused() {
        Exchange longText = order("direct:notice", "Долго ".repeat(40));
        Exchange shortText = order("direct:notice", "Коротко");

        assertThat(longText.getException()).isInstanceOf(InvalidMessageException.class);
        assertThat(shortText.getException()).isNull();
        assertThat(shortText.getMessage().getHeaders())
                .containsEntry("CamelTargetSmsParts", 1)
                .containsEntry("CamelTargetSmsEncoding", SmsEncoding.UCS_2)
                .containsEntry("CamelTargetSmsUcs2Character", "К");
        assertThat(simulator).received(PHONE).once().withText("Коротко");
    }

    private void aReportComesBack() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:report").to("mock:report");
            }
        });
        MockEndpoint reports = context.getEndpoint("mock:report", MockEndpoint.class);

        order("direct:booked", "Booked");

        await().atMost(Duration.ofSeconds(30)).until(() -> reports.getReceivedCounter() == 1);
        assertThat(reports.getExchanges().get(0).getMessage().getHeaders())
                .containsEntry("CamelTargetSmsCorrelationId", "4711")
                .containsEntry("CamelTargetSmsState", DeliveryState.DELIVER);
    }

    private void aStateIsTold() {
        Exchange sent = send("targetsms:send", "x", Map.of("CamelTargetSmsPhone", PHONE));

        Exchange asked = send("direct:ask", sent.getMessage().getHeader("CamelTargetSmsIdMessage"));

        assertThat(asked.getMessage().getHeader("CamelTargetSmsState")).isEqualTo(DeliveryState.DELIVER);
    }

    private Exchange order(String uri, String text) {
        return send(uri, text, Map.of("customerPhone", PHONE, "orderNumber", "4711"));
    }
}
