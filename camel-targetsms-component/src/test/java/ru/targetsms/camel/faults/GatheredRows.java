package ru.targetsms.camel.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.targetsms.camel.TargetSmsConfiguration;
import ru.targetsms.camel.model.DocumentRejectedException;
import ru.targetsms.camel.model.MessagesRejectedException;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.OutcomeUnknownException;
import ru.targetsms.simulator.fault.Fault;

/** Five exchanges of one message each share a document, and each has a result and a failure of its own. */
abstract class GatheredRows extends FaultTest {

    private static final int EXCHANGES = 5;

    GatheredRows(Ids ids) {
        super(ids);
    }

    static List<Fault> lostAnswers() {
        return List.of(
                Fault.dropAfterAccept(),
                Fault.dropBeforeAccept(),
                Fault.resetAfterAccept(),
                Fault.resetBeforeAccept(),
                Fault.truncated(),
                Fault.malformedChunk(),
                Fault.garbage(),
                Fault.empty(),
                Fault.htmlPage(),
                Fault.otherRoot(),
                Fault.status(503));
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    void f6_the_answer_to_all_of_them_is_lost(Fault lost) {
        fault(lost.first(1));

        List<Trip> trips = together(Sms.several(EXCHANGES));

        trips.forEach(trip -> assertRepeatedOrParked(trip, 1, "127.0.0.1: "));
        assertThat(simulator.ledger().totals().posts())
                .as("what is repeated together shares a document again")
                .isEqualTo(ids.given() ? 2 : 1);
    }

    @Test
    void f10_the_gateway_accepts_all_of_them_after_we_gave_up() {
        fault(Fault.delayBeforeAccept(SHORT.plusMillis(500)).first(1));

        List<Trip> trips = together(Sms.several(EXCHANGES), options -> options.setRequestTimeout(SHORT.toMillis()));

        trips.forEach(trip -> assertRepeatedOrParked(trip, 1, "no complete answer within 1000 ms"));
    }

    @Test
    void f15_whom_the_answer_names_is_accepted_though_it_forgets_the_others() {
        fault(Fault.missing(2).first(1));

        List<Trip> trips = together(Sms.several(EXCHANGES));

        List<Trip> forgotten =
                trips.stream().filter(trip -> !trip.failures().isEmpty()).toList();
        assertThat(forgotten).hasSize(2).allSatisfy(trip -> {
            assertThat(trip.firstFailure())
                    .isInstanceOf(OutcomeUnknownException.class)
                    .hasMessageContaining("1 of 1");
            assertThat(trip.outcomes()).containsExactly(ids.given() ? Outcome.DUPLICATE : Outcome.UNKNOWN);
        });
        assertThat(trips)
                .filteredOn(trip -> !forgotten.contains(trip))
                .hasSize(3)
                .allMatch(trip -> trip.outcomes().equals(List.of(Outcome.ACCEPTED)));
    }

    @Test
    void f16_one_refused_recipient_fails_its_own_exchange_only() {
        List<Sms> messages = Sms.several(EXCHANGES);
        fault(Fault.refusal("Оператор не обслуживается").phone(messages.get(2).phone()));

        List<Trip> trips = together(messages);

        assertParked(trips.get(2), MessagesRejectedException.class);
        assertOthersAccepted(trips, 1);
    }

    @Test
    void f17_an_error_for_one_message_fails_its_own_exchange_only() {
        List<Sms> messages = Sms.several(EXCHANGES);
        fault(Fault.messageError("Нет текста сообщения")
                .text("^" + Pattern.quote(messages.get(2).text()) + "$"));

        List<Trip> trips = together(messages);

        assertParked(trips.get(2), MessagesRejectedException.class);
        assertOthersAccepted(trips, 1);
    }

    @Test
    void f18_a_message_that_poisons_the_document_fails_its_own_exchange_only() {
        List<Sms> messages = Sms.several(EXCHANGES);
        fault(Fault.gatewayError("Иная причина").phone(messages.get(2).phone()));

        List<Trip> trips = together(messages);

        DocumentRejectedException failure = assertParked(trips.get(2), DocumentRejectedException.class);
        assertThat(failure.gatewayText()).isEqualTo("Иная причина");
        assertOthersAccepted(trips, 7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Неправильный логин или пароль", "Ваш аккаунт заблокирован"})
    void f18_what_concerns_the_account_fails_all_of_them_in_one_post(String text) {
        fault(Fault.gatewayError(text));

        List<Trip> trips = together(Sms.several(EXCHANGES));

        assertThat(trips).allSatisfy(trip -> assertParked(trip, DocumentRejectedException.class));
        assertThat(simulator.ledger().totals().posts()).isEqualTo(1);
    }

    private void assertOthersAccepted(List<Trip> trips, int most) {
        assertThat(trips)
                .filteredOn(trip -> trip.parked() == null)
                .hasSize(EXCHANGES - 1)
                .allMatch(trip -> trip.outcomes().equals(List.of(Outcome.ACCEPTED)));
        assertThat(simulator.ledger().totals().posts()).isBetween(1L, (long) most);
    }

    private List<Trip> together(List<Sms> messages) {
        return together(messages, options -> {});
    }

    /** Sends each message as an exchange of its own; a document leaves when all of them are in it. */
    private List<Trip> together(List<Sms> messages, Consumer<TargetSmsConfiguration> options) {
        FaultRoute route = route(AMPLE, configuration -> {
            configuration.setBatchSize(EXCHANGES);
            configuration.setBatchLinger(500);
            options.accept(configuration);
        });
        List<CompletableFuture<Trip>> underWay = new ArrayList<>();
        for (Sms message : messages) {
            underWay.add(route.begin(List.of(message)));
        }
        return underWay.stream()
                .map(trip -> trip.orTimeout(30, TimeUnit.SECONDS).join())
                .map(this::judged)
                .toList();
    }
}
