package ru.targetsms.camel.status;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ru.targetsms.camel.LogCapture;
import ru.targetsms.camel.model.DeliveryState;
import ru.targetsms.camel.model.DeliveryStatus;

/** R31: the parts billed, against those predicted. */
class BilledPartsTest {

    @Test
    void aDifferenceIsAWarningThatNamesTheMessageById() {
        try (LogCapture log = new LogCapture()) {
            BilledParts.compare(2, billed(3));

            assertThat(log.lines("WARN"))
                    .singleElement()
                    .asString()
                    .contains("111 was predicted 2 SMS parts and billed 3");
        }
    }

    @Test
    void nothingIsSaidWhereTheyAgreeOrOneIsUnknownOrNoSmsWasSent() {
        try (LogCapture log = new LogCapture()) {
            BilledParts.compare(2, billed(2));
            BilledParts.compare(null, billed(2));
            BilledParts.compare(2, billed(null));
            BilledParts.compare(2, billed(0));

            assertThat(log.lines()).isEmpty();
        }
    }

    private static DeliveryStatus billed(Integer parts) {
        return new DeliveryStatus(
                "111", DeliveryState.DELIVER, null, null, null, parts, null, null, "deliver", null, null, null);
    }
}
