package ru.targetsms.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static ru.targetsms.simulator.assertion.SimulatorAssertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import ru.targetsms.simulator.assertion.ReceivedAssert;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.model.Channel;
import ru.targetsms.simulator.model.Profile;
import ru.targetsms.simulator.model.ReservedPhone;
import ru.targetsms.simulator.model.State;

class SimulatorAssertionsTest {

    private static final String PHONE = "79001234567";
    private static final String TEXT = "Ваш заказ готов";

    @RegisterExtension
    private static final GatewaySimulator gateway =
            GatewaySimulator.builder().capacity(5).start();

    private final Client client = new Client(gateway.baseUrl());

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whatAMessageHasPassesAndWhatItHasNotFails(
            String name, Consumer<ReceivedAssert> right, Consumer<ReceivedAssert> wrong, String failure) {
        client.send("<message><send_viber>1</send_viber><send_sms>2</send_sms><sender_viber>Shop</sender_viber>"
                + "<text_viber>" + TEXT + "\\nСпасибо</text_viber><sender_sms>79007654321</sender_sms><text_sms>"
                + TEXT + "</text_sms><abonent phone=\"" + PHONE + "\" client_id_message=\"7\"/></message>");

        right.accept(assertThat(gateway).received(PHONE));

        assertThat(failureOf(() -> wrong.accept(assertThat(gateway).received(PHONE))))
                .isEqualTo("Expected " + failure);
    }

    static Stream<Arguments> whatAMessageHasPassesAndWhatItHasNotFails() {
        String wanted = "a message for 7900***4567, ";
        return Stream.of(
                criterion(
                        "once",
                        ReceivedAssert::once,
                        it -> it.times(2),
                        "2, but 1 message is there: a message for 7900***4567"),
                criterion(
                        "withText, line breaks as they are",
                        it -> it.withText(TEXT + "\r\nСпасибо"),
                        it -> it.withText("Ваш запас готов"),
                        wanted + "a text of 15 characters, but there is a text of 24, other from character 7 on"
                                + " and a text of 15, other from character 7 on"),
                criterion(
                        "withText of the second channel",
                        it -> it.withText(TEXT),
                        it -> it.withText(TEXT + "!"),
                        wanted + "a text of 16 characters, but there is a text of 24, other from character 16 on"
                                + " and a text of 15, other from character 16 on"),
                criterion(
                        "withTextContaining",
                        it -> it.withTextContaining("готов\nСпас"),
                        it -> it.withTextContaining("забыт"),
                        wanted + "a text with certain 5 characters, but there is a text of 24 without them"
                                + " and a text of 15 without them"),
                criterion(
                        "withTextMatching",
                        it -> it.withTextMatching("Ваш .*\nСпасибо"),
                        it -> it.withTextMatching("Ваш"),
                        wanted + "a text that matches, but there is a text of 24 that does not"
                                + " and a text of 15 that does not"),
                criterion(
                        "byViberThenSms",
                        ReceivedAssert::byViberThenSms,
                        ReceivedAssert::bySms,
                        wanted + "channels [SMS], but there is channels [VIBER, SMS]"),
                criterion(
                        "by in order",
                        it -> it.by(Channel.VIBER, Channel.SMS),
                        it -> it.by(Channel.SMS, Channel.VIBER),
                        wanted + "channels [SMS, VIBER], but there is channels [VIBER, SMS]"),
                criterion(
                        "from",
                        it -> it.from("Shop").from("79007654321"),
                        it -> it.from("79007654322"),
                        wanted + "sender 7900***4322, but there is senders [Shop, 7900***4321]"),
                criterion(
                        "withClientId",
                        it -> it.withClientId(7),
                        it -> it.withClientId(8),
                        wanted + "client id 8, but there is client id 7"),
                criterion(
                        "inState",
                        it -> it.inState(State.DELIVER).inState(State.READ),
                        it -> it.inState(State.EXPIRED),
                        wanted + "state EXPIRED, but there is state DELIVER"));
    }

    @Test
    void everyStepKeepsWhatFitsAndOnceCountsWhatIsLeft() {
        client.send(Client.sms(PHONE, "one", 1) + Client.sms(PHONE, "two", 2) + Client.sms(PHONE, "two", 3));

        assertThat(gateway).received(PHONE).times(3).withText("one").once();
        assertThat(gateway)
                .received(PHONE)
                .withText("two")
                .times(2)
                .withClientId(3)
                .once();
        assertThat(failureOf(() ->
                        assertThat(gateway).received(PHONE).withText("one").withClientId(2)))
                .isEqualTo("Expected a message for 7900***4567, a text of 3 characters, client id 2, "
                        + "but there is client id 1");
    }

    @Test
    void whatWasNotReceivedIsSaidTogetherWithWhyItWasRefused() {
        client.send(Client.sms(ReservedPhone.REFUSED, TEXT) + Client.sms(PHONE, TEXT));

        assertThat(failureOf(() -> assertThat(gateway).received("79007654321")))
                .isEqualTo("Expected a message for 7900***4321, but there is none; for other phones: 1");
        assertThat(failureOf(() -> assertThat(gateway).received(ReservedPhone.REFUSED)))
                .isEqualTo("Expected a message for 7000***0005, but it was refused: Данное направление закрыто.;"
                        + " for other phones: 1");
        assertThat(failureOf(() -> assertThat(gateway).received("4567890")))
                .isEqualTo("Expected a message for ***90, but there is none; for other phones: 1");
    }

    @Test
    void nothingIsNothing() {
        assertThat(gateway).receivedNothing().receivedNothingAt(PHONE).hasReceived(0);
        client.send(Client.sms(PHONE, TEXT));

        assertThat(gateway).receivedNothingAt("79007654321").hasReceived(1);
        assertThat(failureOf(() -> assertThat(gateway).receivedNothing()))
                .isEqualTo("Expected 0 accepted, but there are 1");
        assertThat(failureOf(() -> assertThat(gateway).receivedNothingAt(PHONE)))
                .isEqualTo("Expected nothing for 7900***4567, but 1 message was accepted");
    }

    @Test
    void whatIsRefusedIsCountedApartFromRepeats() {
        client.send(Client.sms(ReservedPhone.REFUSED, TEXT) + Client.sms(PHONE, TEXT, 1) + Client.sms(PHONE, TEXT, 1));

        assertThat(gateway).hasRefused(1).hasReceived(1).hasNoDuplicates();
        assertThat(failureOf(() -> assertThat(gateway).hasRefused(2))).isEqualTo("Expected 2 refused, but there are 1");
    }

    @Test
    void theSameTextTwiceForOnePhoneIsADuplicateAndNoCleanReport() {
        assertThat(failureOf(() -> assertThat(gateway).hasCleanReport())).contains("NOTHING_RECEIVED");
        client.send(Client.sms(PHONE, TEXT));
        assertThat(gateway).hasNoDuplicates().hasCleanReport();

        client.send(Client.sms(PHONE, TEXT));

        assertThat(failureOf(() -> assertThat(gateway).hasNoDuplicates())).contains("same text again 1 times");
        assertThat(failureOf(() -> assertThat(gateway).hasCleanReport()))
                .isEqualTo("Expected a clean report, but the verdict is DOUBLED: received 2, accepted 2, refused 0, "
                        + "duplicates refused 0, doubled 1, unknown 0");
    }

    @Test
    void aFaultHasToFireAndThereHasToBeOne() {
        assertThat(failureOf(() -> assertThat(gateway).everyFaultFired()))
                .isEqualTo("Expected every fault to have fired, but there was none");
        gateway.faults().add(Fault.refusal("no").phone(PHONE));
        assertThat(failureOf(() -> assertThat(gateway).everyFaultFired()))
                .startsWith("Expected every fault to have fired, but fault ")
                .endsWith("(refusal) never did; requests that matched: 0");

        client.send(Client.sms(PHONE, TEXT));

        assertThat(gateway).everyFaultFired();
        gateway.faults().clear();
        assertThat(gateway).everyFaultFired();
    }

    @Test
    void countsStayExactWhenMessagesAreGoneAndWhatCannotBeToldIsNotTold() {
        client.send(Stream.of("1", "2", "3", "4", "5", "6")
                .map(text -> Client.sms(PHONE, text))
                .reduce("", String::concat));

        String gone = "Cannot tell: of 6 accepted messages 1 are no longer kept, give the simulator more capacity";
        assertThat(gateway).hasReceived(6).hasNoDuplicates().received(PHONE).withText("6");
        assertThat(failureOf(
                        () -> assertThat(gateway).received(PHONE).withText("6").once()))
                .isEqualTo(gone);
        assertThat(failureOf(() -> assertThat(gateway).receivedNothingAt("79007654321")))
                .isEqualTo(gone);
        assertThat(failureOf(() -> assertThat(gateway).received("79007654321"))).contains("1 are no longer kept");
    }

    @Test
    void whatComesLaterIsWaitedFor() {
        assertThat(failureOf(
                        () -> assertThat(gateway).within(Duration.ofMillis(100)).received(PHONE)))
                .contains("there is none");

        CompletableFuture<Void> sent = later(() -> client.send(Client.sms(PHONE, TEXT)));

        assertThat(gateway)
                .within(Duration.ofSeconds(20))
                .received(PHONE)
                .withText(TEXT)
                .once()
                .and()
                .hasReceived(1);
        assertThat(sent).succeedsWithin(Duration.ofSeconds(20));
    }

    @Test
    void aStateThatTimeAloneBringsIsWaitedFor() {
        TestClock clock = new TestClock("2026-11-23T10:00:00Z");
        try (GatewaySimulator realistic = GatewaySimulator.builder()
                .profile(Profile.REALISTIC)
                .clock(clock)
                .start()) {
            new Client(realistic.baseUrl()).send(Client.sms(PHONE, TEXT));
            assertThat(realistic).received(PHONE).inState(State.SEND);

            CompletableFuture<Void> passed = later(() -> clock.pass(Duration.ofMinutes(1)));

            assertThat(realistic).within(Duration.ofSeconds(20)).received(PHONE).inState(State.DELIVER);
            assertThat(passed).succeedsWithin(Duration.ofSeconds(20));
        }
    }

    @Test
    void aDescriptionComesFirst() {
        assertThat(failureOf(() -> assertThat(gateway).as("after the restart").received(PHONE)))
                .startsWith("[after the restart] Expected a message");
    }

    private static Arguments criterion(
            String name, Consumer<ReceivedAssert> right, Consumer<ReceivedAssert> wrong, String failure) {
        return Arguments.of(name, right, wrong, failure);
    }

    private static CompletableFuture<Void> later(Runnable action) {
        return CompletableFuture.runAsync(action, CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS));
    }

    /** Returns what a failing assertion says: neither phone nor text, ever. */
    private static String failureOf(ThrowingCallable assertion) {
        Throwable failure = catchThrowable(assertion);
        assertThat(failure).isInstanceOf(AssertionError.class);
        assertThat(failure.toString()).doesNotContain(PHONE, "79007654321", ReservedPhone.REFUSED, "заказ", "Спасибо");
        return failure.getMessage();
    }
}
