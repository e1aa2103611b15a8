package ru.targetsms.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.targetsms.simulator.model.Channel;
import ru.targetsms.simulator.model.MessageState;
import ru.targetsms.simulator.model.Profile;
import ru.targetsms.simulator.model.State;

class LifeCycleTest {

    private static final String PLAIN = "79001234567";
    private static final String NOT_READ = "70000000004";
    private static final String NO_VIBER = "70000000011";

    private final TestClock clock = new TestClock("2026-11-23T10:00:00Z");
    private GatewaySimulator gateway;

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void r10_nothing_goes_out_before_its_time() {
        start(Profile.INSTANT);
        long id = send(PLAIN, "<time_send>2026-11-23 13:30</time_send><text_sms>s</text_sms>");

        assertThat(state(id)).isEqualTo(MessageState.accepted(clock.instant()));
        clock.pass(Duration.ofMinutes(30));
        assertThat(words(id)).isEqualTo("deliver sms=deliver viber=send");
    }

    @Test
    void r10_a_time_in_the_past_means_at_once() {
        start(Profile.INSTANT);
        long id = send(PLAIN, "<time_send>2026-11-23 12:00</time_send><text_sms>s</text_sms>");

        assertThat(words(id)).isEqualTo("deliver sms=deliver viber=send");
    }

    @ParameterizedTest
    @CsvSource({
        "79001234567, deliver",
        "70000000001, not_deliver",
        "70000000002, expired",
        "70000000003, partly_deliver",
        "70000000004, deliver",
        "70000000007, send",
        "70000000008, deliver",
        "70000000010, send",
        "70000000011, deliver"
    })
    void r29_the_phone_decides_how_an_sms_ends(String phone, String word) {
        start(Profile.INSTANT);

        assertThat(words(send(phone, "<text_sms>s</text_sms>"))).isEqualTo("%1$s sms=%1$s viber=send".formatted(word));
    }

    @ParameterizedTest
    @CsvSource({
        "79001234567, deliver, read",
        "70000000001, not_deliver, not_deliver",
        "70000000002, expired, expired",
        "70000000003, partly_deliver, partly_deliver",
        "70000000004, deliver, deliver",
        "70000000007, send, send",
        "70000000011, not_deliver, not_deliver"
    })
    void r29_r33_the_phone_decides_how_a_viber_message_ends(String phone, String whole, String viber) {
        start(Profile.INSTANT);

        assertThat(words(send(phone, "<text_viber>v</text_viber>")))
                .isEqualTo("%s sms=send viber=%s".formatted(whole, viber));
    }

    @Test
    void r29_one_phone_has_ids_nobody_knows_afterwards() {
        start(Profile.INSTANT);
        long id = send("70000000006", "<text_sms>s</text_sms>");

        assertThat(new Client(gateway.baseUrl()).state(id)).contains(">Сообщение с таким ID не принималось<");
    }

    @Test
    void r8_r17_when_the_validity_of_viber_ends_the_sms_is_next() {
        start(Profile.REALISTIC);
        long id = send(NO_VIBER, cascade("<validity_period_viber>5</validity_period_viber>"));

        assertThat(words(id)).isEqualTo("send sms=send viber=send");
        assertThat(state(id).used(Channel.SMS)).isFalse();
        clock.pass(Duration.ofMinutes(5));
        assertThat(words(id)).isEqualTo("send sms=send viber=not_deliver");
        assertThat(state(id).used(Channel.SMS)).isTrue();
        clock.pass(Duration.ofSeconds(3));
        assertThat(words(id)).isEqualTo("deliver sms=deliver viber=not_deliver");
    }

    @Test
    void r8_a_channel_that_delivers_is_the_last() {
        start(Profile.INSTANT);
        long id = send(PLAIN, cascade(""));

        assertThat(words(id)).isEqualTo("deliver sms=send viber=read");
        assertThat(state(id).used(Channel.SMS)).isFalse();
    }

    @Test
    void r8_a_cascade_can_begin_with_the_sms() {
        start(Profile.INSTANT);

        assertThat(
                        words(
                                send(
                                        "70000000002",
                                        "<send_viber>2</send_viber><send_sms>1</send_sms><text_viber>v</text_viber><text_sms>s</text_sms>")))
                .isEqualTo("expired sms=expired viber=expired");
    }

    @Test
    void r17_without_a_next_channel_the_message_ends_with_the_validity() {
        start(Profile.REALISTIC);
        long id = send("70000000002", "<text_viber>v</text_viber>");

        clock.pass(Duration.ofMinutes(60).minusMillis(1));
        assertThat(words(id)).isEqualTo("send sms=send viber=send");
        clock.pass(Duration.ofMillis(1));
        assertThat(words(id)).isEqualTo("expired sms=send viber=expired");
    }

    @Test
    void r18_delivered_but_not_read_counts_unless_reading_is_asked_for() {
        start(Profile.INSTANT);

        assertThat(words(send(NOT_READ, cascade("")))).isEqualTo("deliver sms=send viber=deliver");
        assertThat(words(send(NOT_READ, cascade("<finale_viber_read>1</finale_viber_read>"))))
                .isEqualTo("deliver sms=deliver viber=deliver");
        assertThat(words(send(NOT_READ, "<text_viber>v</text_viber><finale_viber_read>1</finale_viber_read>")))
                .isEqualTo("not_deliver sms=send viber=deliver");
    }

    @Test
    void r18_the_sms_waits_for_the_validity_even_when_viber_delivered_long_ago() {
        start(Profile.REALISTIC);
        long id = send(NOT_READ, cascade("<finale_viber_read>1</finale_viber_read>"));

        clock.pass(Duration.ofMinutes(59));
        assertThat(words(id)).isEqualTo("send sms=send viber=deliver");
        clock.pass(Duration.ofMinutes(2));
        assertThat(words(id)).isEqualTo("deliver sms=deliver viber=deliver");
    }

    @Test
    void r33_in_real_life_reading_comes_after_delivery() {
        start(Profile.REALISTIC);
        long id = send(PLAIN, "<text_viber>v</text_viber>");

        clock.pass(Duration.ofSeconds(3));
        assertThat(words(id)).isEqualTo("deliver sms=send viber=deliver");
        clock.pass(Duration.ofSeconds(7));
        assertThat(words(id)).isEqualTo("deliver sms=send viber=read");
    }

    @Test
    void speed_shortens_every_wait_of_the_realistic_profile() {
        gateway = GatewaySimulator.builder()
                .clock(clock)
                .profile(Profile.REALISTIC)
                .speed(60)
                .start();
        long id = send("70000000001", "<text_viber>v</text_viber>");

        clock.pass(Duration.ofMinutes(1));
        assertThat(words(id)).isEqualTo("not_deliver sms=send viber=not_deliver");
    }

    @Test
    void in_the_manual_profile_only_the_hand_moves_a_message() {
        start(Profile.MANUAL);
        long id = send(PLAIN, cascade(""));

        clock.pass(Duration.ofDays(9));
        assertThat(words(id)).isEqualTo("send sms=send viber=send");
        gateway.setState(id, State.EXPIRED);
        assertThat(words(id)).isEqualTo("expired sms=send viber=expired");
    }

    @Test
    void the_hand_goes_before_the_clock_in_every_profile() {
        start(Profile.REALISTIC);
        long id = send(PLAIN, "<text_sms>s</text_sms>");
        gateway.setState(id, State.NOT_DELIVER);

        clock.pass(Duration.ofDays(1));
        assertThat(words(id)).isEqualTo("not_deliver sms=not_deliver viber=send");
    }

    @Test
    void the_hand_cannot_do_what_the_gateway_never_would() {
        start(Profile.MANUAL);
        long id = send(PLAIN, "<text_sms>s</text_sms>");

        assertThatThrownBy(() -> gateway.setState(id, State.READ)).hasMessage("An SMS cannot become read");
        assertThatThrownBy(() -> gateway.setState(id, Channel.VIBER, State.READ))
                .hasMessage("The message does not go by viber");
        assertThatThrownBy(() -> gateway.setState(1, State.DELIVER)).hasMessage("No message has this id");
    }

    private void start(Profile profile) {
        gateway = GatewaySimulator.builder().clock(clock).profile(profile).start();
    }

    private long send(String phone, String fields) {
        new Client(gateway.baseUrl()).send("<message>" + fields + "<abonent phone=\"" + phone + "\"/></message>");
        return gateway.latest().orElseThrow().idMessage();
    }

    private MessageState state(long id) {
        return gateway.message(id).orElseThrow().state();
    }

    private String words(long id) {
        MessageState state = state(id);
        return state.state().word() + " sms=" + state.stateSms().word() + " viber="
                + state.stateViber().word();
    }

    private static String cascade(String viberFields) {
        return "<send_viber>1</send_viber><send_sms>2</send_sms><text_viber>v</text_viber>" + viberFields
                + "<text_sms>s</text_sms>";
    }
}
