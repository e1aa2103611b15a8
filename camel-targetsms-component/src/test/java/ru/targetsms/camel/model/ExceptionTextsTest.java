package ru.targetsms.camel.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ru.targetsms.camel.model.DocumentRejectedException.Reason;

class ExceptionTextsTest {

    @Test
    void an_invalid_message_names_every_problem_in_one_line() {
        InvalidMessageException failure = invalid(
                new Violation("send_sms", "R7", "is not a whole number from 0 to 9"),
                new Violation("phone", "R19", "is missing: the message has no recipient"));

        assertThat(failure)
                .hasMessage("invalid message: send_sms (R7) is not a whole number from 0 to 9; "
                        + "phone (R19) is missing: the message has no recipient");
        assertThat(failure.violations()).hasSize(2);
    }

    @Test
    void many_problems_do_not_flood_the_log_but_none_is_lost() {
        InvalidMessageException failure = invalid(IntStream.range(0, 25)
                .mapToObj(i -> new Violation("phone", "R19", "is wrong " + i))
                .toArray(Violation[]::new));

        assertThat(failure).hasMessageContaining("is wrong 9; and 15 more").hasMessageNotContaining("wrong 10");
        assertThat(failure.violations()).hasSize(25);
    }

    @Test
    void r21_only_credentials_and_account_concern_every_other_document() {
        assertThat(Reason.values())
                .filteredOn(Reason::concernsAccount)
                .containsExactly(Reason.AUTHENTICATION, Reason.ACCOUNT_BLOCKED);
    }

    private static InvalidMessageException invalid(Violation... violations) {
        return new InvalidMessageException(new SendReport(
                List.of(SendResult.invalid(0, "79001234567", null, List.of(violations))), List.of(), true));
    }
}
