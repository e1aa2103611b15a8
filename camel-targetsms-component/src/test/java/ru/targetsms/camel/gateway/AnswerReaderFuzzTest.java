package ru.targetsms.camel.gateway;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static ru.targetsms.camel.gateway.SecondReading.children;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Assertions;
import org.w3c.dom.Element;
import ru.targetsms.camel.gateway.HttpPoster.Phase;
import ru.targetsms.camel.gateway.HttpPoster.Posted;
import ru.targetsms.camel.model.DeliveryState;
import ru.targetsms.camel.model.DeliveryStatus;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.Submission;

/** Everything between the bytes of an answer and its results, held against a second reading (F12-F22, F27-F29). */
class AnswerReaderFuzzTest {

    private static final Duration SLOWEST = Duration.ofSeconds(5);
    private static final Pattern UNTRUSTED = Pattern.compile(
            "127\\.0\\.0\\.1: HTTP 200, the answer (is empty|is no <response>|is no UTF-8|is no XML 1\\.0"
                    + "|is no well-formed XML( at line \\d+, column \\d+)?|refuses the document and answers it as well)");
    private static final Pattern REFUSED = Pattern.compile("127\\.0\\.0\\.1 refused the document: \\P{Cntrl}{0,200}");
    private static final Pattern DECORATION = Pattern.compile("[\\s\\p{Z}\\x1C-\\x1F+()\\[\\]-]");
    private static final Pattern PHONE = Pattern.compile("[0-9]{7,15}");

    private static final List<Submission> DOCUMENT = List.of(
            Wire.to(0, "А", "79000000001", 111L),
            Wire.to(1, "А", "79000000002", 112L),
            Wire.to(2, "А", "79000000003", null),
            Wire.to(3, "А", "79000000003", null),
            Wire.to(4, "Б", "79000000005", 113L));
    private static final List<List<Submission>> MESSAGES = WireMessages.group(DOCUMENT);
    private static final List<String> IDS = List.of("8500000001", "8500000002", "42", "42");

    private static final GatewaySettings SETTINGS = Wire.settings("http://127.0.0.1:1", "demo", "demo", null);
    private static final XmlHttpGateway GATEWAY = new XmlHttpGateway(new DefaultCamelContext(), SETTINGS, null);
    private static final StateReader STATES = new StateReader(Wire.MOSCOW);

    private record Read(List<SendResult> results, List<DeliveryStatus> statuses) {}

    @FuzzTest(maxDuration = "")
    @DictionaryFile(resourcePath = "answer.dict")
    void anAnswerIsReadAsItStandsOrNotTrusted(byte[] answer) {
        if (answer.length > SETTINGS.maxResponseSize(DOCUMENT.size())) {
            return;
        }

        Reply<Read> reply = Assertions.assertTimeout(SLOWEST, () -> reply(answer));

        switch (reply.kind()) {
            case ANSWERED -> checkAnswer(root(answer).orElseThrow(), reply.value());
            case REFUSED -> checkRefusal(root(answer).orElseThrow(), reply);
            case UNKNOWN -> checkDistrust(answer, reply);
            case NOT_SENT, REFUSED_BY_STATUS -> fail("an answer with HTTP 200 was read as %s", reply);
        }
    }

    private static Reply<Read> reply(byte[] answer) {
        return GATEWAY.reply(new Posted(Phase.ANSWERED, 200, answer, null, null), AnswerReaderFuzzTest::read);
    }

    private static Read read(Response response) {
        return new Read(AnswerMatcher.match(DOCUMENT, MESSAGES, response), STATES.read(IDS, response));
    }

    private static Optional<Element> root(byte[] answer) {
        return SecondReading.of(answer).filter(element -> SecondReading.isNamed(element, "response"));
    }

    /** Most inputs are not trusted, and the second reading takes longer than the first: one in eight is enough. */
    private static void checkDistrust(byte[] answer, Reply<Read> reply) {
        assertThat(reply.problem()).matches(UNTRUSTED);
        if (Arrays.hashCode(answer) % 8 == 0) {
            assertThat(root(answer).filter(root -> !refusesAndAnswers(root))).isEmpty();
        }
    }

    private static void checkAnswer(Element root, Read answer) {
        assertThat(children(root, "error")).isEmpty();
        checkResults(root, answer.results());
        checkStatuses(root, answer.statuses());
    }

    private static boolean refusesAndAnswers(Element root) {
        return !children(root, "error").isEmpty()
                && !(children(root, "message").isEmpty()
                        && children(root, "state").isEmpty());
    }

    private static void checkRefusal(Element root, Reply<Read> reply) {
        List<Element> errors = children(root, "error");
        assertThat(errors).isNotEmpty();
        assertThat(refusesAndAnswers(root)).isFalse();
        assertThat(reply.problem()).matches(REFUSED).doesNotContainPattern("[0-9]{5}");
        assertThat(errors).anyMatch(error -> hasText(error, reply.text()));
    }

    private static void checkResults(Element root, List<SendResult> results) {
        List<Element> messages = children(root, "message");
        List<Element> entries = messages.stream()
                .flatMap(message -> children(message, "information").stream())
                .toList();
        assertThat(results).hasSameSizeAs(DOCUMENT);
        for (int i = 0; i < results.size(); i++) {
            Submission asked = DOCUMENT.get(i);
            SendResult result = results.get(i);
            assertThat(result.index()).isEqualTo(asked.index());
            assertThat(result.phone()).isEqualTo(asked.phone());
            assertThat(result.clientIdMessage()).isEqualTo(asked.clientIdMessage());
            assertThat(result.violations()).isEmpty();
            checkOutcome(messages, entries, result);
            checkNothingIsLost(entries, asked, result);
        }
        checkNoEntryCountsTwice(entries, results);
    }

    private static void checkOutcome(List<Element> messages, List<Element> entries, SendResult result) {
        Predicate<Element> says = entry -> hasText(entry, result.text());
        switch (result.outcome()) {
            case ACCEPTED -> {
                assertThat(result.idMessage()).isNotBlank();
                assertThat(entries).anyMatch(says.and(accepts(result)));
            }
            case DUPLICATE, HELD -> assertThat(entries).anyMatch(says.and(accepts(result)));
            case REJECTED -> {
                assertThat(result.idMessage()).isNull();
                assertThat(Stream.concat(
                                entries.stream(), messages.stream().flatMap(m -> children(m, "error").stream())))
                        .anyMatch(says);
            }
            case UNKNOWN -> assertThat(result.idMessage()).isNull();
            case INVALID, NOT_SENT, DRY_RUN -> fail("an answer made a result %s", result.outcome());
        }
    }

    private static Predicate<Element> accepts(SendResult result) {
        return entry -> Objects.equals(result.idMessage(), attribute(entry, "id_message"))
                && !namesAnotherPhone(entry, result.phone());
    }

    /** An entry that names a recipient beyond doubt, and accepts it, is never overlooked. */
    private static void checkNothingIsLost(List<Element> entries, Submission asked, SendResult result) {
        List<Element> own = entries.stream()
                .filter(entry -> asked.clientIdMessage() != null
                        && asked.clientIdMessage().toString().equals(attribute(entry, "client_id_message")))
                .toList();
        if (own.size() == 1 && attribute(own.get(0), "id_message") != null) {
            boolean another = namesAnotherPhone(own.get(0), asked.phone());
            assertThat(result.accepted()).isNotEqualTo(another);
            assertThat(result.idMessage()).isEqualTo(another ? null : attribute(own.get(0), "id_message"));
        }
    }

    private static void checkNoEntryCountsTwice(List<Element> entries, List<SendResult> results) {
        for (String id : results.stream()
                .map(SendResult::idMessage)
                .filter(Objects::nonNull)
                .collect(toSet())) {
            assertThat(results.stream().filter(result -> id.equals(result.idMessage())))
                    .hasSizeLessThanOrEqualTo((int) entries.stream()
                            .filter(entry -> id.equals(attribute(entry, "id_message")))
                            .count());
        }
    }

    private static void checkStatuses(Element root, List<DeliveryStatus> statuses) {
        assertThat(statuses).extracting(DeliveryStatus::idMessage).isEqualTo(IDS);
        for (DeliveryStatus status : statuses) {
            Optional<Element> state = children(root, "state").stream()
                    .filter(element -> status.idMessage().equals(attribute(element, "id_message")))
                    .findFirst();
            assertThat(status.text() == null).isEqualTo(state.isEmpty());
            state.ifPresent(
                    element -> assertThat(hasText(element, status.text())).isTrue());
            assertThat(status.stateSms()).isNotEqualTo(DeliveryState.SEND);
            assertThat(status.stateViber()).isNotEqualTo(DeliveryState.SEND);
            assertThat(Stream.of(status.priceSms(), status.priceViber()).filter(Objects::nonNull))
                    .allMatch(AnswerReaderFuzzTest::isHandy);
            assertThat(status.toMap()).containsEntry("final", status.isFinal());
        }
    }

    /** A price that can be added to another without filling the heap with digits. */
    private static boolean isHandy(BigDecimal price) {
        return price.precision() <= 40 && Math.abs(price.scale()) <= 40;
    }

    /** Markup inside a text is unknown to the protocol (R34): what is left of the text is then open. */
    private static boolean hasText(Element element, String text) {
        return !children(element).isEmpty() || element.getTextContent().equals(Objects.requireNonNullElse(text, ""));
    }

    private static boolean namesAnotherPhone(Element entry, String phone) {
        String digits = DECORATION.matcher(entry.getAttribute("phone")).replaceAll("");
        return PHONE.matcher(digits).matches() && !digits.endsWith(phone.substring(1));
    }

    private static String attribute(Element element, String name) {
        String value = element.getAttribute(name).strip();
        return value.isEmpty() ? null : value;
    }
}
