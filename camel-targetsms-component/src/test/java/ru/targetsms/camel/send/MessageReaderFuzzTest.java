package ru.targetsms.camel.send;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.targetsms.camel.model.MessageField.BUTTON_TEXT;
import static ru.targetsms.camel.model.MessageField.SEND_SMS;
import static ru.targetsms.camel.model.MessageField.SEND_VIBER;
import static ru.targetsms.camel.model.MessageField.TEXT_SMS;
import static ru.targetsms.camel.model.MessageField.TEXT_VIBER;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Assertions;
import org.w3c.dom.Element;
import ru.targetsms.camel.GatewayProducer.Task;
import ru.targetsms.camel.SharedGateway;
import ru.targetsms.camel.StoppedGateway;
import ru.targetsms.camel.TargetSmsEndpoint;
import ru.targetsms.camel.gateway.RequestDocument;
import ru.targetsms.camel.gateway.SecondReading;
import ru.targetsms.camel.model.Content;
import ru.targetsms.camel.model.InvalidMessageException;
import ru.targetsms.camel.model.MessageField;
import ru.targetsms.camel.model.NotSentException;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.Submission;
import ru.targetsms.camel.model.TargetSmsException;
import ru.targetsms.camel.model.TargetSmsMessage;
import ru.targetsms.camel.model.Violation;

/** Everything between the body of an exchange and the document on the wire (R3, R5-R20, F31, F32). */
class MessageReaderFuzzTest {

    private static final Duration SLOWEST = Duration.ofSeconds(5);
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|[1-9][0-9]{0,18}");
    private static final Pattern TIME = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}");
    private static final Pattern RULE = Pattern.compile("R[0-9]+");
    private static final Pattern PHONE = Pattern.compile("[0-9]{7,15}");

    private static final CamelContext CONTEXT = new DefaultCamelContext();
    private static final SharedGateway STOPPED = StoppedGateway.in(CONTEXT);
    private static final SendProducer PLAIN = producer("");
    private static final SendProducer WITH_OPTIONS =
            producer("?batchSize=2&phone=79001234567&senderSms=LAVKA&textViber=x&idempotencyNamespace=shop");

    @FuzzTest(maxDuration = "")
    void aBodyIsRefusedByRuleOrWrittenAsItWasGiven(FuzzedDataProvider data) {
        SendProducer producer = data.consumeBoolean() ? PLAIN : WITH_OPTIONS;
        FuzzedExchange fuzzed = new FuzzedExchange(data, CONTEXT);
        Exchange exchange = fuzzed.make();

        TargetSmsException failure = Assertions.assertTimeout(SLOWEST, () -> send(producer, exchange));

        if (failure == null) {
            assertThat(exchange.getMessage().getBody(List.class)).isEmpty();
            return;
        }
        checkFailure(failure, fuzzed);
        checkTexts(failure);
        checkDocument(notSent(failure), fuzzed.values().given());
    }

    private static TargetSmsException send(SendProducer producer, Exchange exchange) {
        try {
            Task task = producer.prepare(exchange, STOPPED);
            assertThat(task.run(() -> {})).isTrue();
            task.finish();
            return null;
        } catch (TargetSmsException e) {
            return e;
        }
    }

    private static void checkFailure(TargetSmsException failure, FuzzedExchange fuzzed) {
        assertThat(failure).isInstanceOfAny(NotSentException.class, InvalidMessageException.class);
        if (!fuzzed.hasUnknownCharset()) {
            assertThat(failure.getCause()).isNull();
            assertThat(failure.results()).isNotEmpty();
        }
        for (int i = 0; i < failure.results().size(); i++) {
            SendResult result = failure.results().get(i);
            assertThat(result.index()).isEqualTo(i);
            assertThat(result.outcome()).isIn(Outcome.INVALID, Outcome.NOT_SENT);
            assertThat(result.violations().isEmpty()).isEqualTo(result.outcome() == Outcome.NOT_SENT);
            for (Violation violation : result.violations()) {
                assertThat(violation.field()).isNotBlank();
                assertThat(violation.rule()).matches(RULE);
                assertThat(violation.problem()).isNotBlank();
            }
        }
    }

    /** Client ids may be shown, and may be equal to a phone. */
    private static void checkTexts(TargetSmsException failure) {
        StringBuilder texts = new StringBuilder().append(failure.results());
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            texts.append(cause);
        }
        failure.results().forEach(result -> texts.append(result.violations()));
        String shown = texts.toString();
        for (SendResult result : failure.results()) {
            shown = shown.replace(String.valueOf(result.clientIdMessage()), "");
        }
        assertThat(shown).doesNotContain(FuzzedValues.SECRET);
        assertThat(shown).doesNotContain(FuzzedValues.PHONES);
    }

    /** The recipients that would have left, read back from the remainder. */
    private static List<Submission> notSent(TargetSmsException failure) {
        List<Submission> recipients = new ArrayList<>();
        Iterator<?> remainder = failure.remainder().iterator();
        for (SendResult result : failure.results()) {
            if (result.outcome() == Outcome.NOT_SENT) {
                TargetSmsMessage message = (TargetSmsMessage) remainder.next();
                assertThat(message.recipients()).hasSize(1);
                assertThat(message.recipients().get(0).phone()).isEqualTo(result.phone());
                assertThat(message.recipients().get(0).clientIdMessage()).isEqualTo(result.clientIdMessage());
                int index = result.index();
                recipients.add(
                        new Submission(null, index, index, content(message), result.phone(), result.clientIdMessage()));
            }
        }
        return recipients;
    }

    private static Content content(TargetSmsMessage message) {
        Map<MessageField, String> fields = new EnumMap<>(MessageField.class);
        for (MessageField field : MessageField.values()) {
            if (message.get(field) != null) {
                fields.put(field, (String) message.get(field));
            }
        }
        return new Content(fields);
    }

    private static void checkDocument(List<Submission> recipients, Set<String> given) {
        if (recipients.isEmpty()) {
            return;
        }
        Set<String> texts = given.stream()
                .map(text -> LINE_BREAK.matcher(text).replaceAll("\\\\n"))
                .collect(Collectors.toSet());
        texts.addAll(List.of("LAVKA", "x", MessageField.TEXT_SMS.name()));
        for (Submission recipient : recipients) {
            checkContent(recipient.content(), texts);
            assertThat(recipient.phone()).matches(PHONE);
            assertThat(recipient.clientIdMessage() == null || recipient.clientIdMessage() > 0)
                    .isTrue();
        }

        byte[] document = RequestDocument.of(recipients);

        assertThat(document).doesNotContain('\n', '\r');
        Element root = SecondReading.of(document).orElseThrow();
        assertThat(SecondReading.isNamed(root, "request")).isTrue();
        assertThat(SecondReading.children(root).stream()
                        .map(MessageReaderFuzzTest::described)
                        .toList())
                .isEqualTo(described(recipients));
    }

    private static void checkContent(Content content, Set<String> texts) {
        content.fields().forEach((field, text) -> {
            switch (field) {
                case SEND_VIBER, SEND_SMS, VALIDITY_PERIOD_VIBER, FINALE_VIBER_READ ->
                    assertThat(text).matches(WHOLE_NUMBER);
                case TIME_SEND -> assertThat(text).matches(TIME);
                default -> assertThat(texts).contains(text);
            }
        });
        boolean viber = !"0".equals(content.fields().getOrDefault(SEND_VIBER, "0"));
        boolean sms = !"0".equals(content.fields().getOrDefault(SEND_SMS, "0"));
        assertThat(viber || sms).isTrue();
        assertThat(viber && content.get(TEXT_VIBER) == null).isFalse();
        assertThat(sms && content.get(TEXT_SMS) == null).isFalse();
        assertThat(content.fields().getOrDefault(TEXT_VIBER, "").codePoints().count())
                .isLessThanOrEqualTo(1000);
        assertThat(content.fields().getOrDefault(BUTTON_TEXT, "").codePoints().count())
                .isLessThanOrEqualTo(19);
    }

    /** What the document must hold: one list for each message, its fields and then its recipients. */
    private static List<List<String>> described(List<Submission> recipients) {
        Map<Map<MessageField, String>, List<String>> messages = new LinkedHashMap<>();
        for (Submission recipient : recipients) {
            List<String> message = messages.computeIfAbsent(recipient.content().fields(), fields -> {
                List<String> lines = new ArrayList<>(List.of("message"));
                fields.forEach((field, text) -> lines.add(field.protocolName() + "=" + text));
                return lines;
            });
            String id = recipient.clientIdMessage() == null
                    ? ""
                    : recipient.clientIdMessage().toString();
            message.add("abonent=" + recipient.phone() + " " + id);
        }
        return List.copyOf(messages.values());
    }

    private static List<String> described(Element message) {
        List<String> lines = new ArrayList<>(List.of(message.getNodeName()));
        for (Element child : SecondReading.children(message)) {
            boolean isRecipient = SecondReading.isNamed(child, "abonent");
            assertThat(SecondReading.children(child)).isEmpty();
            assertThat(child.getAttributes().getLength()).isLessThanOrEqualTo(isRecipient ? 2 : 0);
            lines.add(child.getNodeName() + "="
                    + (isRecipient
                            ? child.getAttribute("phone") + " " + child.getAttribute("client_id_message")
                            : child.getTextContent()));
        }
        return lines;
    }

    private static SendProducer producer(String options) {
        TargetSmsEndpoint endpoint = CONTEXT.getEndpoint("targetsms:send" + options, TargetSmsEndpoint.class);
        endpoint.getConfiguration().setUsername("demo");
        endpoint.getConfiguration().setPassword("demo");
        SendProducer producer = new SendProducer(endpoint);
        producer.start();
        return producer;
    }
}
