package ru.targetsms.camel.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageFieldTest {

    @Test
    void every_field_of_the_manual_is_there_in_its_order() {
        assertThat(MessageField.values())
                .extracting(MessageField::protocolName)
                .containsExactly(
                        "send_viber",
                        "send_sms",
                        "name_delivery",
                        "time_send",
                        "sender_viber",
                        "text_viber",
                        "button_text",
                        "button_url",
                        "image_url",
                        "validity_period_viber",
                        "finale_viber_read",
                        "sender_sms",
                        "text_sms");
    }

    @Test
    void the_option_is_the_protocols_name_in_camel_case() {
        assertThat(MessageField.values())
                .extracting(MessageField::optionName)
                .contains("sendViber", "textSms", "validityPeriodViber", "finaleViberRead", "imageUrl");
    }
}
