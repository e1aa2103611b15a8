package ru.targetsms.camel.starter;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.util.StringHelper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import ru.targetsms.camel.TargetSmsComponent;
import ru.targetsms.camel.TargetSmsConfiguration;
import ru.targetsms.camel.model.Emit;
import ru.targetsms.camel.model.FailOn;
import ru.targetsms.camel.tracking.DeliveryTracker;
import ru.targetsms.camel.tracking.InMemoryDeliveryTracker;

class EveryOptionTest {

    private static final SSLContextParameters TLS = new SSLContextParameters();
    private static final DeliveryTracker TRACKER = new InMemoryDeliveryTracker();

    /** A value for each option that differs from its default, and what the component must then hold. */
    private static final Map<String, Map.Entry<String, Object>> SAMPLES = Map.ofEntries(
            sample("allowPlainHttp", "true", true),
            sample("allowedPhones", "7000*,79001234567", "7000*,79001234567"),
            sample("autowiredEnabled", "false", false),
            sample("baseUrl", "https://gateway.example", "https://gateway.example"),
            sample("batchLinger", "1s500ms", 1_500L),
            sample("batchSize", "7", 7),
            sample("bridgeErrorHandler", "true", true),
            sample("buttonText", "Open", "Open"),
            sample("buttonUrl", "https://shop.example", "https://shop.example"),
            sample("claimTimeout", "20s", 20_000L),
            sample("deliveryTracker", "#bean:tracker", TRACKER),
            sample("dryRun", "true", true),
            sample("emit", "changes", Emit.CHANGES),
            sample("failOn", "any", FailOn.ANY),
            sample("finaleViberRead", "1", "1"),
            sample("firstPollDelay", "5s", 5_000L),
            sample("giveUpAfter", "1d", 86_400_000L),
            sample("healthCheckConsumerEnabled", "false", false),
            sample("healthCheckProbeInterval", "5m", 300_000L),
            sample("healthCheckProducerEnabled", "false", false),
            sample("idempotencyKey", "$simple{header.id}", "$simple{header.id}"),
            sample("idempotencyNamespace", "shop", "shop"),
            sample("imageUrl", "https://shop.example/a.png", "https://shop.example/a.png"),
            sample("lazyStartProducer", "true", true),
            sample("maxConcurrentRequests", "9", 9),
            sample("maxMessagesPerPoll", "50", 50),
            sample("maxPartsPerSecond", "30", 30),
            sample("maxPollDelay", "10m", 600_000L),
            sample("maxResponseSize", "4096", 4096),
            sample("maxSmsParts", "3", 3),
            sample("nameDelivery", "spring", "spring"),
            sample("password", "#1{secret}&+%", "#1{secret}&+%"),
            sample("phone", "79001234567", "79001234567"),
            sample("queueCapacity", "500", 500),
            sample("redirectPhone", "70000000100", "70000000100"),
            sample("requestTimeout", "1m30s", 90_000L),
            sample("sendSms", "2", 2),
            sample("sendViber", "1", 1),
            sample("sendWindow", "09:00-21:00", "09:00-21:00"),
            sample("senderSms", "Shop", "Shop"),
            sample("senderViber", "Shop V", "Shop V"),
            sample("sslContextParameters", "#bean:tls", TLS),
            sample("textSms", "#1 in town", "#1 in town"),
            sample("textViber", "Привет", "Привет"),
            sample("timeSend", "2030-01-02 03:04", "2030-01-02 03:04"),
            sample("token", "t", "t"),
            sample("track", "true", true),
            sample("useGlobalSslContextParameters", "true", true),
            sample("username", "u", "u"),
            sample("validityPeriodViber", "15", 15),
            sample("zone", "Asia/Omsk", "Asia/Omsk"));

    private static final Map<String, Object> DEFAULTS = new HashMap<>();

    @BeforeAll
    static void readTheDefaults() {
        Starter.component(
                withBeans(), component -> names().forEach(name -> DEFAULTS.put(name, value(component, name))));
    }

    static Iterable<String> names() {
        return SAMPLES.keySet();
    }

    @Test
    void everyOptionHasASampleHereOrATestOfItsOwn() {
        assertThat(Metadata.options().toList())
                .containsAll(SAMPLES.keySet())
                .hasSize(SAMPLES.size() + 2)
                .contains("configuration", "http");
    }

    @ParameterizedTest
    @MethodSource("names")
    void anOptionReachesTheComponent(String name) {
        Object expected = SAMPLES.get(name).getValue();
        String property =
                StringHelper.camelCaseToDash(name) + "=" + SAMPLES.get(name).getKey();

        assertThat(DEFAULTS.get(name)).isNotEqualTo(expected);
        Starter.component(withBeans(property), component -> assertThat(value(component, name))
                .isEqualTo(expected));
    }

    @Test
    void theOnlyTrackerBeanIsTaken() {
        Starter.component(
                Starter.with().withBean(DeliveryTracker.class, () -> TRACKER),
                component -> assertThat(component.getDeliveryTracker()).isSameAs(TRACKER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"90s", "1m30s", "90000"})
    void aDurationTakesEveryFormOfCamel(String duration) {
        Starter.component(Starter.with("request-timeout=" + duration), component -> assertThat(
                        component.getConfiguration().getRequestTimeout())
                .isEqualTo(90_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tls", "#tls", "#bean:tls"})
    void aBeanIsNamedWithOrWithoutCamelsMark(String reference) {
        Starter.component(
                Starter.with("ssl-context-parameters=" + reference)
                        .withBean("tls", SSLContextParameters.class, () -> TLS),
                component -> assertThat(component.getConfiguration().getSslContextParameters())
                        .isSameAs(TLS));
    }

    /** Blank is nobody, unset is everybody: the difference must not get lost on the way. */
    @Test
    void aBlankListOfAllowedPhonesStaysBlank() {
        Starter.component(Starter.with(), component -> assertThat(component.getAllowedPhones())
                .isNull());

        Starter.component(Starter.with("allowed-phones="), component -> assertThat(component.getAllowedPhones())
                .isEmpty());
    }

    @Test
    void textThatLooksLikeABeanIsText() {
        Starter.component(
                Starter.with("text-sms=#tls").withBean("tls", SSLContextParameters.class, () -> TLS),
                component ->
                        assertThat(component.getConfiguration().getTextSms()).isEqualTo("#tls"));
    }

    @Test
    void textMayHoldAPlaceholderOfCamel() {
        Starter.component(
                Starter.with("password={{gateway.secret}}").withPropertyValues("gateway.secret=s3cret"),
                component ->
                        assertThat(component.getConfiguration().getPassword()).isEqualTo("s3cret"));
    }

    @Test
    void camelCaseNamesWorkToo() {
        Starter.component(Starter.with("baseUrl=https://gateway.example", "textSms=hi"), component -> assertThat(
                        component.getConfiguration())
                .extracting(TargetSmsConfiguration::getBaseUrl, TargetSmsConfiguration::getTextSms)
                .containsExactly("https://gateway.example", "hi"));
    }

    /** Has two trackers, so that neither is taken unasked. */
    private static ApplicationContextRunner withBeans(String... properties) {
        return Starter.with(properties)
                .withBean("tls", SSLContextParameters.class, () -> TLS)
                .withBean("tracker", DeliveryTracker.class, () -> TRACKER)
                .withBean("otherTracker", DeliveryTracker.class, InMemoryDeliveryTracker::new);
    }

    private static Object value(TargetSmsComponent component, String name) {
        return ((PropertyConfigurerGetter) component.getComponentPropertyConfigurer())
                .getOptionValue(component, name, false);
    }

    private static Map.Entry<String, Map.Entry<String, Object>> sample(String name, String text, Object value) {
        return entry(name, entry(text, value));
    }
}
