package ru.targetsms.files.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.files.csv.CsvMessage;

class EntryTest {

    private static final CsvMessage MESSAGE =
            new CsvMessage(2, Map.of("phone", "70000001101", "text_sms", "Hello"), null);

    @Test
    void aMessageWithoutClientIdIsGivenAKey() {
        assertThat(new Entry(MESSAGE, "run:0", false).fields()).containsEntry("idempotency_key", "run:0");
    }

    @Test
    void aMessageWithAClientIdKeepsIt() {
        CsvMessage own = new CsvMessage(2, Map.of("phone", "70000001101", "client_id_message", "7"), null);

        assertThat(new Entry(own, "run:0", false).fields())
                .containsEntry("client_id_message", "7")
                .doesNotContainKey("idempotency_key");
    }

    @Test
    void whatTheGatewayAnsweredIsNotSentAgain() {
        Entry entry = new Entry(MESSAGE, "run:0", false);

        entry.settle(result(Outcome.ACCEPTED));

        assertThat(entry.open()).isFalse();
        assertThat(entry.result().outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void whatNeverLeftMayBeSentAgain() {
        Entry entry = new Entry(MESSAGE, "run:0", false);

        entry.settle(result(Outcome.NOT_SENT));

        assertThat(entry.open()).isTrue();
    }

    @Test
    void whatMayHaveArrivedIsNeverCalledNotSent() {
        Entry entry = new Entry(MESSAGE, "run:0", false);

        entry.settle(result(Outcome.UNKNOWN));
        entry.settle(result(Outcome.NOT_SENT));
        entry.leaveOut("the gateway is away");

        assertThat(entry.result().outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void whatAKilledProgramMayHaveSentIsUnknownUntilTheGatewaySpeaks() {
        Entry entry = new Entry(MESSAGE, "run:0", true);
        assertThat(entry.result().outcome()).isEqualTo(Outcome.UNKNOWN);

        entry.settle(result(Outcome.DUPLICATE));

        assertThat(entry.result().outcome()).isEqualTo(Outcome.DUPLICATE);
    }

    private static SendResult result(Outcome outcome) {
        return new SendResult(0, "70000001101", 8L, outcome, null, null, null, null, "text", List.of());
    }
}
