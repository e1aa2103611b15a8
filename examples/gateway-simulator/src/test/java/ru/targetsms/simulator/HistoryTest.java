package ru.targetsms.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ru.targetsms.simulator.model.MessageDetail;
import ru.targetsms.simulator.model.MessageState;
import ru.targetsms.simulator.model.Profile;
import ru.targetsms.simulator.model.State;

class HistoryTest {

    private static final String CASCADE = "<message><send_viber>1</send_viber><send_sms>2</send_sms>%s"
            + "<text_viber>v</text_viber><validity_period_viber>5</validity_period_viber><text_sms>s</text_sms>"
            + "<abonent phone=\"%s\"/></message>";

    private final TestClock clock = new TestClock("2026-11-23T10:00:00Z");
    private GatewaySimulator gateway;

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void r8_a_cascade_is_told_step_by_step_as_far_as_it_has_come() {
        start(Profile.REALISTIC);
        long id = send(CASCADE.formatted("", "70000000011"));

        assertThat(words(id)).containsExactly("send/send/send", "send/send/send");
        clock.pass(Duration.ofMinutes(6));

        assertThat(words(id))
                .containsExactly(
                        "send/send/send",
                        "send/send/send",
                        "send/not_deliver/send",
                        "send/not_deliver/send",
                        "deliver/not_deliver/deliver");
        assertThat(history(id))
                .extracting(MessageState::changedAt)
                .isSorted()
                .endsWith(Instant.parse("2026-11-23T10:05:03Z"));
        assertThat(history(id))
                .extracting(state -> state.priceSms() != null)
                .containsExactly(false, false, false, true, true);
    }

    @Test
    void r10_before_its_time_it_was_only_accepted() {
        start(Profile.INSTANT);
        long id = send(CASCADE.formatted("", "79001234567")
                .replace("<text_viber>", "<time_send>2026-11-23 14:00</time_send><text_viber>"));

        MessageDetail detail = gateway.inbox().detail(id).orElseThrow();

        assertThat(words(id)).containsExactly("send/send/send");
        assertThat(detail.startsAt()).isEqualTo("2026-11-23T11:00:00Z");
    }

    @Test
    void what_a_hand_did_follows_what_had_happened_until_then() {
        start(Profile.REALISTIC);
        long id = send(CASCADE.formatted("", "79001234567"));
        clock.pass(Duration.ofSeconds(1));

        gateway.moveInHand(id, State.EXPIRED);
        clock.pass(Duration.ofSeconds(1));
        gateway.moveInHand(id, State.DELIVER);

        assertThat(words(id))
                .containsExactly("send/send/send", "send/send/send", "send/expired/send", "deliver/expired/deliver");
    }

    @Test
    void the_channel_in_hand_is_the_one_tried_last() {
        start(Profile.MANUAL);
        long id = send(CASCADE.formatted("", "79001234567"));

        gateway.moveInHand(id, State.NOT_DELIVER);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> gateway.moveInHand(id, State.READ))
                .withMessage("An SMS cannot become read");
        assertThatIllegalArgumentException().isThrownBy(() -> gateway.moveInHand(1, State.READ));
        assertThat(words(id)).containsExactly("send/send/send", "send/not_deliver/send");
    }

    @Test
    void it_does_not_grow_without_end() {
        start(Profile.MANUAL);
        long id = send(CASCADE.formatted("", "79001234567"));

        for (int i = 0; i < 150; i++) {
            gateway.moveInHand(id, State.DELIVER);
        }

        assertThat(history(id)).hasSize(101);
    }

    @Test
    void that_time_alone_moved_something_can_be_asked() {
        start(Profile.REALISTIC);
        Instant sent = clock.instant();
        long id = send(CASCADE.formatted("", "79001234567"));

        assertThat(gateway.movedBetween(sent, sent.plusSeconds(2))).isFalse();
        assertThat(gateway.movedBetween(sent, sent.plusSeconds(3))).isTrue();
        assertThat(gateway.movedBetween(sent.plusSeconds(3), sent.plusSeconds(9)))
                .isFalse();
        gateway.moveInHand(id, State.DELIVER);
        assertThat(gateway.movedBetween(sent, sent.plusSeconds(3))).isFalse();
    }

    private void start(Profile profile) {
        gateway = GatewaySimulator.builder().profile(profile).clock(clock).start();
    }

    private long send(String message) {
        new Client(gateway.baseUrl()).send(message);
        return gateway.latest().orElseThrow().idMessage();
    }

    private List<MessageState> history(long id) {
        return gateway.inbox().detail(id).orElseThrow().history();
    }

    /** Returns message, Viber and SMS of every state. */
    private List<String> words(long id) {
        return history(id).stream()
                .map(state -> state.state().word() + "/" + state.stateViber().word() + "/"
                        + state.stateSms().word())
                .toList();
    }
}
