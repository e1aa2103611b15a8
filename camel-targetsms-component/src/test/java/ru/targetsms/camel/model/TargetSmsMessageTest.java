package ru.targetsms.camel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The public message, and maps read as messages. */
class TargetSmsMessageTest {

    @ParameterizedTest
    @EnumSource
    void a_map_key_is_the_protocols_name_without_regard_to_case_and_underscores(MessageField field) {
        String name = field.protocolName();

        assertThat(List.of(name, name.toUpperCase(Locale.ROOT), name.replace("_", ""), field.optionName(), "_" + name))
                .allSatisfy(
                        key -> assertThat(TargetSmsMessage.of(Map.of(key, "7")).get(field))
                                .isEqualTo("7"));
    }

    @Test
    void a_map_names_recipient_client_id_and_key() {
        TargetSmsMessage message = TargetSmsMessage.of(
                Map.of("Phone", "+7 900 123-45-67", "clientIdMessage", "111", "IDEMPOTENCY_KEY", "заказ-17"));

        assertThat(message.recipients()).containsExactly(new Recipient("+7 900 123-45-67", "111"));
        assertThat(message.idempotencyKey()).isEqualTo("заказ-17");
    }

    @Test
    void a_map_may_name_several_phones() {
        TargetSmsMessage message =
                TargetSmsMessage.of(Map.of("phone", List.of("79000000001,79000000002", 79000000003L)));

        assertThat(message.recipients())
                .extracting(Recipient::phone)
                .containsExactly("79000000001", "79000000002", "79000000003");
    }

    @Test
    void unknown_keys_null_and_blank_values_are_ignored() {
        Map<Object, Object> map = new HashMap<>();
        map.put("colour", "red");
        map.put(null, "x");
        map.put(7, "x");
        map.put("text_viber", null);
        map.put("text_sms", " ");
        map.put("phone", null);

        TargetSmsMessage message = TargetSmsMessage.of(map);

        assertThat(message.toMap()).isEmpty();
        assertThat(message.idempotencyKey()).isNull();
    }

    @Test
    void a_key_that_is_named_but_empty_is_remembered_so_that_it_refuses_the_message() {
        Map<String, Object> map = new HashMap<>();
        map.put("idempotency_key", null);

        assertThat(TargetSmsMessage.of(map).idempotencyKey()).isEqualTo("");
        assertThat(TargetSmsMessage.builder().idempotencyKey(null).build().idempotencyKey())
                .isEqualTo("");
        assertThat(TargetSmsMessage.builder().build().idempotencyKey()).isNull();
    }

    @Test
    void the_builder_has_a_method_for_every_field() {
        TargetSmsMessage message = TargetSmsMessage.builder()
                .to("79000000001")
                .to("79000000002", 112)
                .idempotencyKey("заказ-17")
                .sendViber(1)
                .sendSms(2)
                .nameDelivery("Осень")
                .timeSend("2026-11-23 13:00")
                .senderViber("Лавка")
                .textViber("Заказ собран")
                .buttonText("Где забрать")
                .buttonUrl("https://example.com/map")
                .imageUrl("https://example.com/map.png")
                .validityPeriodViber(30)
                .finaleViberRead(1)
                .senderSms("LAVKA")
                .textSms("Заказ 17 собран")
                .build();

        assertThat(message.toMap())
                .containsExactly(
                        entry("send_viber", 1),
                        entry("send_sms", 2),
                        entry("name_delivery", "Осень"),
                        entry("time_send", "2026-11-23 13:00"),
                        entry("sender_viber", "Лавка"),
                        entry("text_viber", "Заказ собран"),
                        entry("button_text", "Где забрать"),
                        entry("button_url", "https://example.com/map"),
                        entry("image_url", "https://example.com/map.png"),
                        entry("validity_period_viber", 30),
                        entry("finale_viber_read", 1),
                        entry("sender_sms", "LAVKA"),
                        entry("text_sms", "Заказ 17 собран"),
                        entry("phone", List.of("79000000001", "79000000002")),
                        entry("idempotency_key", "заказ-17"));
        assertThat(message.recipients())
                .containsExactly(new Recipient("79000000001", null), new Recipient("79000000002", 112L));
    }

    @Test
    void a_message_to_one_recipient_survives_the_way_through_a_map() {
        TargetSmsMessage message = TargetSmsMessage.builder()
                .to("79000000001", 111)
                .idempotencyKey("заказ-17")
                .timeSend(Instant.parse("2026-11-23T10:00:00Z"))
                .textSms("Заказ 17 собран")
                .build();

        TargetSmsMessage copy = TargetSmsMessage.of(message.toMap());

        assertThat(copy.toMap()).isEqualTo(message.toMap());
        assertThat(copy.recipients()).isEqualTo(message.recipients());
    }

    @Test
    void null_and_blank_unset_a_field() {
        TargetSmsMessage message = TargetSmsMessage.builder()
                .textSms("Заказ 17 собран")
                .textSms(" ")
                .senderSms("LAVKA")
                .senderSms(null)
                .build();

        assertThat(message.toMap()).isEmpty();
    }

    @Test
    void building_checks_nothing() {
        TargetSmsMessage message = TargetSmsMessage.builder()
                .to("nobody", -1)
                .sendSms(99)
                .timeSend("never")
                .build();

        assertThat(message.get(MessageField.SEND_SMS)).isEqualTo(99);
    }

    @Test
    void a_message_never_changes() {
        TargetSmsMessageBuilder builder =
                TargetSmsMessage.builder().to("79000000001").textSms("раз");
        TargetSmsMessage message = builder.build();

        builder.to("79000000002").textSms("два");

        assertThat(message.recipients()).hasSize(1);
        assertThat(message.get(MessageField.TEXT_SMS)).isEqualTo("раз");
        assertThatThrownBy(() -> message.recipients().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void the_rest_of_a_body_goes_on_as_messages_with_every_field_and_client_id() {
        Content content = new Content(Map.of(MessageField.SEND_SMS, "1", MessageField.TEXT_SMS, "Заказ 17 собран"));

        TargetSmsMessage message = new Submission(null, 5, 2, content, "79000000001", 111L).toMessage();

        assertThat(message.toMap())
                .containsOnly(
                        entry("send_sms", "1"),
                        entry("text_sms", "Заказ 17 собран"),
                        entry("phone", "79000000001"),
                        entry("client_id_message", 111L));
    }

    @Test
    void the_sms_of_a_content_is_counted_once_however_many_ask() {
        Content content = new Content(Map.of(MessageField.TEXT_SMS, "Заказ 17 собран"));

        assertThat(content.sms()).isSameAs(content.sms());
        assertThat(content.sms())
                .hasValueSatisfying(sms -> assertThat(sms.parts()).isEqualTo(1));
        assertThat(content).isEqualTo(new Content(content.fields())).isNotEqualTo(new Content(Map.of()));
    }
}
