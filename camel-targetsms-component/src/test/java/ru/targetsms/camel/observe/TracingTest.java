package ru.targetsms.camel.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.telemetry.Span;
import org.apache.camel.telemetry.SpanContextPropagationExtractor;
import org.apache.camel.telemetry.SpanContextPropagationInjector;
import org.apache.camel.telemetry.SpanLifecycleManager;
import org.apache.camel.telemetry.Tracer;
import org.junit.jupiter.api.Test;
import ru.targetsms.camel.CamelTest;
import ru.targetsms.camel.TargetSmsComponent;
import ru.targetsms.camel.TargetSmsConfiguration;
import ru.targetsms.camel.model.TargetSmsMessage;
import ru.targetsms.simulator.fault.Fault;

/** The spans that Camel's telemetry makes of a send, with the decorator it finds on the class path. */
class TracingTest extends CamelTest {

    private static final String PHONE = "79001234567";

    private final List<Tagged> spans = new CopyOnWriteArrayList<>();

    @Override
    protected void configure(TargetSmsConfiguration configuration) {
        super.configure(configuration);
        new Tracing().init(context);
    }

    @Test
    void aSendSaysWhatWasSentAndWhatBecameOfIt() {
        send("targetsms:send?phone=" + PHONE + "&sendSms=1", "Ваш код 4711");

        assertThat(tags())
                .containsEntry("targetsms.operation", "send")
                .containsEntry("targetsms.channels", "sms")
                .containsEntry("targetsms.recipients", "1")
                .containsEntry("targetsms.accepted", "1")
                .containsEntry("targetsms.outcome", "ACCEPTED");
    }

    @Test
    void theOrderOfTheChannelsIsThatOfTheMessage() {
        send(
                "targetsms:send",
                TargetSmsMessage.builder().to(PHONE).textSms("a").textViber("b").build());

        assertThat(tags()).containsEntry("targetsms.channels", "viber,sms");
    }

    @Test
    void aFailedSendSaysHowFarItCame() {
        simulator.faults().add(Fault.status(503).first(1));

        send(
                "targetsms:send",
                List.of(
                        TargetSmsMessage.builder().to(PHONE).textSms("a").build(),
                        TargetSmsMessage.builder().to("1").textSms("a").build()));

        assertThat(tags())
                .containsEntry("error", "true")
                .containsEntry("targetsms.recipients", "2")
                .containsEntry("targetsms.accepted", "0")
                .containsEntry("targetsms.outcome", "UNKNOWN")
                .doesNotContainKey("targetsms.channels");
    }

    @Test
    void aQuestionSaysThatItIsOne() {
        send("targetsms:status", "42");

        assertThat(tags())
                .containsEntry("targetsms.operation", "status")
                .doesNotContainKeys("targetsms.recipients", "targetsms.channels");
    }

    @Test
    void theDecoratorServesAComponentOfAnotherNameToo() {
        TargetSmsComponent shop = new TargetSmsComponent(context);
        super.configure(shop.getConfiguration());
        context.addComponent("shop", shop);

        send("shop:send?phone=" + PHONE, "Ваш код 4711");

        assertThat(tags()).containsEntry("targetsms.outcome", "ACCEPTED");
    }

    @Test
    void noSpanHoldsAPhoneATextOrTheLogin() {
        send("targetsms:send?phone=" + PHONE + "&textSms=Тайна", null);
        simulator.faults().add(Fault.status(503).first(1));
        send("targetsms:send?phone=" + PHONE + "&username=demo&password=wrong", "Ваш код 4711");

        assertThat(spans).hasSizeGreaterThanOrEqualTo(2).allSatisfy(span -> assertThat(span.toString())
                .doesNotContain(PHONE, "Тайна", "%D0", "4711", "demo", "wrong"));
    }

    private Map<String, String> tags() {
        return spans.stream()
                .filter(span -> span.tags.containsKey("targetsms.operation"))
                .reduce((first, second) -> second)
                .orElseThrow()
                .tags;
    }

    private final class Tracing extends Tracer {
        @Override
        protected void initTracer() {
            setSpanLifecycleManager(new Spans());
        }
    }

    /** Keeps every span that was made. */
    private final class Spans implements SpanLifecycleManager {
        @Override
        public Span create(String name, Span parent, SpanContextPropagationExtractor extractor) {
            Tagged span = new Tagged(name);
            spans.add(span);
            return span;
        }

        @Override
        public void activate(Span span) {}

        @Override
        public void deactivate(Span span) {}

        @Override
        public void close(Span span) {}

        @Override
        public void inject(Span span, SpanContextPropagationInjector injector, boolean includeTracing) {}
    }

    private static final class Tagged implements Span {
        private final Map<String, String> tags = new HashMap<>();

        private Tagged(String name) {
            tags.put("name", name);
        }

        @Override
        public void log(Map<String, String> fields) {
            tags.put("log" + tags.size(), fields.toString());
        }

        @Override
        public void setTag(String key, String value) {
            tags.put(key, value);
        }

        @Override
        public void setComponent(String component) {
            tags.put("component", component);
        }

        @Override
        public void setError(boolean isError) {
            tags.put("error", String.valueOf(isError));
        }

        @Override
        public String toString() {
            return tags.toString();
        }
    }
}
