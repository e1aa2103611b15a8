package ru.targetsms.camel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Results as maps, for JSON and for people who do not write Java. */
class ResultMapsTest {

    @Test
    void r23_a_send_result_becomes_a_map_with_the_protocols_names_and_ids_as_text() {
        SendResult result = new SendResult(
                3,
                "79001234567",
                9223372036854775807L,
                Outcome.ACCEPTED,
                "8500000001",
                "8500000002",
                null,
                2,
                "send",
                List.of());

        assertThat(result.toMap())
                .containsExactly(
                        entry("index", 3),
                        entry("phone", "79001234567"),
                        entry("client_id_message", "9223372036854775807"),
                        entry("outcome", "ACCEPTED"),
                        entry("id_message", "8500000001"),
                        entry("id_sms", "8500000002"),
                        entry("id_viber", null),
                        entry("count_message", 2),
                        entry("text", "send"),
                        entry("violations", List.of()));
    }

    @Test
    void the_violations_of_an_invalid_recipient_become_lines() {
        SendResult result = SendResult.invalid(
                0, "123", null, List.of(new Violation("phone", "R19", "is not 7 to 15 digits: ***")));

        assertThat(result.toMap())
                .containsEntry("violations", List.of("phone (R19) is not 7 to 15 digits: ***"))
                .containsEntry("outcome", "INVALID")
                .containsEntry("client_id_message", null);
        assertThat(result.accepted()).isFalse();
    }

    @Test
    void r27_r31_a_delivery_status_becomes_a_map_with_the_protocols_names_and_iso_time() {
        DeliveryStatus status = new DeliveryStatus(
                "8500000001",
                DeliveryState.PARTLY_DELIVER,
                DeliveryState.NOT_DELIVER,
                null,
                Instant.parse("2026-11-23T10:15:25Z"),
                2,
                new BigDecimal("9.82"),
                null,
                "partly_deliver",
                "79001234567",
                9223372036854775807L,
                "заказ-17");

        assertThat(status.toMap())
                .containsExactly(
                        entry("id_message", "8500000001"),
                        entry("state", "partly_deliver"),
                        entry("state_sms", "not_deliver"),
                        entry("state_viber", null),
                        entry("time_change_state", "2026-11-23T10:15:25Z"),
                        entry("num_parts_sms", 2),
                        entry("price_sms", new BigDecimal("9.82")),
                        entry("price_viber", null),
                        entry("text", "partly_deliver"),
                        entry("final", true),
                        entry("phone", "79001234567"),
                        entry("client_id_message", "9223372036854775807"),
                        entry("correlation_id", "заказ-17"));
    }

    @Test
    void an_unknown_id_becomes_a_map_that_says_so() {
        assertThat(DeliveryStatus.unknown("42").toMap())
                .containsEntry("id_message", "42")
                .containsEntry("state", "unknown")
                .containsEntry("final", false)
                .containsEntry("text", null);
    }
}
