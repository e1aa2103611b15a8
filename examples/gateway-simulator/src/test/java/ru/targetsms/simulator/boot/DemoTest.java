package ru.targetsms.simulator.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import ru.targetsms.simulator.gateway.Simulator;
import ru.targetsms.simulator.model.Channel;
import ru.targetsms.simulator.model.HttpExchange;
import ru.targetsms.simulator.model.MessageState;
import ru.targetsms.simulator.model.ReceivedMessage;
import ru.targetsms.simulator.model.ReservedPhone;
import ru.targetsms.simulator.model.State;

class DemoTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final Simulator simulator = Demo.simulator(properties("demo\" & <co>"), Clock.fixed(NOW, ZoneOffset.UTC));
    private final List<ReceivedMessage> messages = simulator.messages();

    @Test
    void everyKindOfMessageIsThere() {
        assertThat(messages).hasSizeBetween(35, 60);
        assertThat(messages.stream().map(ReceivedMessage::channels))
                .contains(
                        List.of(Channel.SMS),
                        List.of(Channel.VIBER),
                        List.of(Channel.VIBER, Channel.SMS),
                        List.of(Channel.SMS, Channel.VIBER));
        assertThat(messages.stream().map(ReceivedMessage::nameDelivery).distinct())
                .hasSizeGreaterThan(6);
        assertThat(messages).anyMatch(message -> message.imageUrl() != null);
        assertThat(messages).anyMatch(message -> message.unread()).anyMatch(message -> !message.unread());
        assertThat(messages.stream()
                        .filter(message -> message.timeSend() != null)
                        .map(message -> message.timeSend().toLocalDate())
                        .distinct())
                .containsExactly(LocalDate.of(2026, 11, 24));
    }

    @Test
    void everyStateIsThere() {
        List<MessageState> states =
                messages.stream().map(ReceivedMessage::state).toList();

        assertThat(Stream.concat(
                                states.stream().map(MessageState::state),
                                states.stream().map(MessageState::stateViber))
                        .distinct())
                .containsExactlyInAnyOrder(State.values());
    }

    @Test
    void aRefusedOneARepeatAndABrokenLimitAreThere() {
        assertThat(simulator.refusals())
                .anyMatch(refusal -> ReservedPhone.REFUSED.equals(refusal.phone()))
                .anyMatch(refusal -> refusal.words().contains("кнопки"));
        assertThat(simulator.ledger().totals().duplicatesRefused()).isOne();
        assertThat(simulator.ledger().totals().documents())
                .as("documents, each understood and let in")
                .isEqualTo(simulator.ledger().totals().posts());
    }

    @Test
    void itIsSpreadOverTheLastHoursAndComesUpToNow() {
        assertThat(messages).extracting(ReceivedMessage::acceptedAt).isSorted();
        assertThat(messages.get(0).acceptedAt()).isBefore(NOW.minus(Duration.ofHours(6)));
        assertThat(messages.get(messages.size() - 1).acceptedAt()).isAfter(NOW.minusSeconds(5));
        assertThat(simulator.options().clock().instant()).isEqualTo(NOW);
        assertThat(simulator.report().since()).isBefore(messages.get(0).acceptedAt());
    }

    @Test
    void behindEachMessageThereIsTheRealDocument() {
        assertThat(messages).allSatisfy(message -> {
            HttpExchange sending =
                    simulator.inbox().detail(message.idMessage()).orElseThrow().sending();
            assertThat(sending.requestText()).contains("phone=\"" + message.phone() + "\"", "demo&quot; &amp; &lt;co>");
            assertThat(sending.answerText()).contains("id_message=\"" + message.idMessage() + "\"");
        });
    }

    @Test
    void itsPhonesAreMadeUp() {
        assertThat(messages).extracting(ReceivedMessage::phone).allMatch(phone -> phone.matches("7(900|000)\\d{7}"));
    }

    @Test
    void theProgramHasItOnRequest() {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try (var program = SimulatorApplication.start("--server.port=0", "--demo")) {
            assertThat(program.getBean(Simulator.class).messages()).hasSameSizeAs(messages);
            assertThat(printed.toString(StandardCharsets.UTF_8)).endsWith("profile realistic" + System.lineSeparator());
        } finally {
            System.setOut(console);
        }
    }

    private static SimulatorProperties properties(String secret) {
        Map<String, String> set =
                Map.of("targetsms.simulator.password", secret, "targetsms.simulator.profile", "realistic");
        return new Binder(new MapConfigurationPropertySource(set))
                .bindOrCreate("targetsms.simulator", SimulatorProperties.class);
    }
}
