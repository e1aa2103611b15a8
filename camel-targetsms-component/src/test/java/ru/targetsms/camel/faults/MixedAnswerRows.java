package ru.targetsms.camel.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import ru.targetsms.camel.model.DocumentRejectedException;
import ru.targetsms.camel.model.DocumentRejectedException.Reason;
import ru.targetsms.camel.model.FailOn;
import ru.targetsms.camel.model.MessagesRejectedException;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.OutcomeUnknownException;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.model.DuplicateAnswer;
import ru.targetsms.simulator.model.ReservedPhone;

/** A trustworthy answer says different things of different recipients, or less than everything. */
abstract class MixedAnswerRows extends FaultTest {

    MixedAnswerRows(Ids ids) {
        super(ids);
    }

    @Test
    void f15_reordered_entries_are_found_by_client_id_and_by_nothing_else() {
        fault(Fault.reordered().first(1));

        Trip trip = send(route(AMPLE));

        if (ids.given()) {
            assertThat(trip.attempts()).isEqualTo(1);
            assertThat(trip.outcomes()).containsOnly(Outcome.ACCEPTED);
        } else {
            OutcomeUnknownException unknown = assertParked(trip, OutcomeUnknownException.class);
            assertThat(unknown).hasMessageContaining("127.0.0.1: the answer does not name them");
            assertThat(trip.outcomes())
                    .as("the middle one keeps its place")
                    .containsExactly(
                            Outcome.UNKNOWN, Outcome.UNKNOWN, Outcome.ACCEPTED, Outcome.UNKNOWN, Outcome.UNKNOWN);
        }
    }

    @Test
    void f15_whom_the_answer_does_not_name_is_unknown() {
        fault(Fault.missing(2).first(1));

        Trip trip = send(route(AMPLE));

        assertThat(trip.firstFailure()).isInstanceOf(OutcomeUnknownException.class);
        assertThat(trip.firstFailure().results())
                .extracting(SendResult::outcome)
                .startsWith(Outcome.UNKNOWN, Outcome.UNKNOWN);
        if (ids.given()) {
            assertThat(trip.attempts()).isEqualTo(2);
            assertThat(trip.outcomes()).containsOnly(Outcome.DUPLICATE);
        } else {
            assertParked(trip, OutcomeUnknownException.class);
        }
    }

    @Test
    void f15_an_entry_nobody_asked_for_is_nobodys() {
        fault(Fault.extra().first(1));

        Trip trip = send(route(AMPLE));

        if (ids.given()) {
            assertThat(trip.attempts()).isEqualTo(1);
            assertThat(trip.outcomes()).containsOnly(Outcome.ACCEPTED);
        } else {
            assertParked(trip, OutcomeUnknownException.class);
        }
    }

    @Test
    void f16_one_of_five_is_refused_and_the_four_are_never_sent_again() {
        List<Sms> messages = Sms.several(5);
        fault(Fault.refusal("Оператор не обслуживается").phone(messages.get(2).phone()));

        Trip trip =
                judged(route(AMPLE, options -> options.setFailOn(FailOn.ANY)).send(messages));

        MessagesRejectedException failure = assertParked(trip, MessagesRejectedException.class);
        assertThat(failure).hasMessageContaining("1 of 5").hasMessageContaining("Оператор не обслуживается");
        assertThat(trip.outcomes())
                .containsExactly(
                        Outcome.ACCEPTED, Outcome.ACCEPTED, Outcome.REJECTED, Outcome.ACCEPTED, Outcome.ACCEPTED);
        assertThat(failure.remainder()).hasSize(1);
        assertThat(simulator.ledger().totals().posts()).isEqualTo(1);
    }

    @Test
    void f17_an_error_for_one_message_of_three_refuses_only_its_recipients() {
        List<Sms> messages = Sms.several(3);
        fault(Fault.messageError("Нет текста сообщения")
                .text("^" + Pattern.quote(messages.get(1).text()) + "$"));

        Trip trip = judged(route(AMPLE).send(messages));

        assertThat(trip.parked()).isNull();
        assertThat(trip.outcomes()).containsExactly(Outcome.ACCEPTED, Outcome.REJECTED, Outcome.ACCEPTED);
        assertThat(trip.results().get(1).text()).isEqualTo("Нет текста сообщения");
    }

    @ParameterizedTest
    @CsvSource({
        "Неправильный логин или пароль, AUTHENTICATION, 1",
        "Ваш аккаунт заблокирован, ACCOUNT_BLOCKED, 1",
        "Неправильный формат XML документа, MALFORMED, 9",
        "Иная причина, OTHER, 9"
    })
    void f18_a_refused_document_is_never_repeated_by_the_route(String text, Reason reason, int posts) {
        fault(Fault.gatewayError(text));

        Trip trip = send(route(AMPLE));

        DocumentRejectedException failure = assertParked(trip, DocumentRejectedException.class);
        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.gatewayText()).isEqualTo(text);
        assertThat(trip.outcomes()).containsOnly(Outcome.REJECTED);
        assertThat(failure.remainder()).hasSize(5);
        assertThat(simulator.ledger().totals().posts())
                .as("halved until each stands alone, when it may be the fault of one")
                .isEqualTo(posts);
    }

    @Test
    void f19_what_goes_out_later_counts_as_accepted_and_is_never_sent_again() {
        List<Sms> messages = List.of(Sms.to(ReservedPhone.HELD), Sms.next());
        fault(Fault.dropAfterAccept().after(1).first(1));
        fault("answers that say it goes out later", () -> simulator.requests().stream()
                .filter(exchange -> exchange.answerText().contains("как только вы пополните"))
                .count());

        Trip trip = judged(route(AMPLE, options -> {
                    options.setBatchSize(1);
                    options.setMaxConcurrentRequests(1);
                })
                .send(messages));

        assertParked(trip, OutcomeUnknownException.class);
        assertThat(trip.outcomes()).containsExactly(Outcome.HELD, Outcome.UNKNOWN);
    }

    static List<String> strangeWords() {
        return List.of(
                "Причина, которой нет в списке",
                "Recipient's operator said <b>no</b> & \"never\" ]]>",
                "号码无效",
                "one line\nand another\r\nand a third",
                "x".repeat(10_000),
                "number +7 916 000-00-01 and 79160000001");
    }

    @ParameterizedTest
    @MethodSource("strangeWords")
    void f20_words_that_nobody_knows_are_a_refusal_kept_as_they_are_and_shown_cut_and_safe(String words) {
        fault(Fault.refusal(words));

        Trip trip = send(route(AMPLE));

        MessagesRejectedException failure = assertParked(trip, MessagesRejectedException.class);
        assertThat(trip.outcomes()).containsOnly(Outcome.REJECTED);
        assertThat(trip.results().get(0).text().replace("\r\n", "\n")).isEqualTo(words.replace("\r\n", "\n"));
        assertThat(failure.getMessage())
                .hasSizeLessThan(300)
                .doesNotContain("\n", "\r", "79160000001", "916 000-00-01");
    }

    @ParameterizedTest
    @EnumSource
    void f21_a_repeat_is_accepted_whatever_form_its_answer_has(DuplicateAnswer form) {
        fault(Fault.dropAfterAccept().first(1));
        if (ids.given()) {
            fault(Fault.duplicateAnswer(form));
        }

        Trip trip = send(route(AMPLE));

        assertRepeatedOrParked(trip, 1, "127.0.0.1");
        if (ids.given()) {
            assertThat(trip.outcomes())
                    .containsOnly(form == DuplicateAnswer.OLD_ID ? Outcome.ACCEPTED : Outcome.DUPLICATE);
            assertThat(trip.results())
                    .allMatch(result -> (result.idMessage() == null) == (form == DuplicateAnswer.ERROR_TEXT));
            assertThat(warnings()).as("a redelivery is what client ids are for").isEmpty();
        }
    }

    @Test
    void f22_a_duplicate_on_a_first_attempt_is_warned_of() {
        List<Sms> messages = ids.given() ? Sms.several(5) : List.of(Sms.to(ReservedPhone.ANSWERED_AS_DUPLICATE));
        FaultRoute route = route(AMPLE);
        if (ids.given()) {
            judged(route.send(messages));
        }

        Trip again = judged(route.send(messages));

        fault("answers that say it was sent before", () -> simulator.requests().stream()
                .filter(exchange -> exchange.answerText().contains("уже было отправлено"))
                .count());
        assertThat(again.attempts()).isEqualTo(1);
        assertThat(again.outcomes()).containsOnly(Outcome.DUPLICATE);
        assertThat(warnings()).singleElement().satisfies(warning -> assertThat(warning)
                .contains("127.0.0.1 knew " + messages.size() + " client ids already"));
    }

    private List<String> warnings() {
        return logged("WARN").stream()
                .filter(line -> line.contains("client ids already"))
                .toList();
    }
}
