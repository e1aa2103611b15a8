package ru.targetsms.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.targetsms.simulator.model.Channel;
import ru.targetsms.simulator.model.ReceivedMessage;

class MessageFieldsTest {

    @RegisterExtension
    private static final GatewaySimulator gateway = GatewaySimulator.start();

    private static final String MALFORMED = "<error>Неправильный формат XML документа</error>";
    private static final String VIBER = "<send_viber>1</send_viber>";
    private static final String TEXT = "<text_viber>text</text_viber>";

    private final Client client = new Client(gateway.baseUrl());

    @Test
    void every_field_of_the_manuals_sample_arrives() {
        ReceivedMessage message = accepted("<send_viber>1</send_viber><send_sms>2</send_sms>"
                + "<name_delivery>Акция</name_delivery><time_send>2026-11-23 13:00</time_send>"
                + "<sender_viber>Shop</sender_viber><text_viber>в вайбер &lt;&amp; 😀</text_viber>"
                + "<button_text>Открыть</button_text><button_url>https://example.com/?a=1&amp;b=2</button_url>"
                + "<image_url>https://example.com/1.png</image_url>"
                + "<validity_period_viber>5</validity_period_viber><finale_viber_read>1</finale_viber_read>"
                + "<sender_sms>SHOP</sender_sms><text_sms><![CDATA[в SMS]]></text_sms>");

        assertThat(message.channels()).containsExactly(Channel.VIBER, Channel.SMS);
        assertThat(message.nameDelivery()).isEqualTo("Акция");
        assertThat(message.timeSend()).isEqualTo(LocalDateTime.of(2026, 11, 23, 13, 0));
        assertThat(message.senderViber()).isEqualTo("Shop");
        assertThat(message.textViber()).isEqualTo("в вайбер <& 😀");
        assertThat(message.buttonText()).isEqualTo("Открыть");
        assertThat(message.buttonUrl()).isEqualTo("https://example.com/?a=1&b=2");
        assertThat(message.imageUrl()).isEqualTo("https://example.com/1.png");
        assertThat(message.validityPeriodViber()).isEqualTo(5);
        assertThat(message.finaleViberRead()).isTrue();
        assertThat(message.senderSms()).isEqualTo("SHOP");
        assertThat(message.textSms()).isEqualTo("в SMS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<send_whatsapp>1</send_whatsapp>",
                "<TEXT_SMS>text</TEXT_SMS>",
                "<text_sms id='1'>text</text_sms>",
                "<text_sms>a<b/>c</text_sms>",
                "<text_sms>a</text_sms><text_sms>b</text_sms>",
                "<text_sms>a</text_sms><send_sms>1</send_sms>",
                "<x:text_sms xmlns:x='y'>a</x:text_sms>",
                "<text_sms xmlns='y'>a</text_sms>",
                "loose text<text_sms>a</text_sms>"
            })
    void an_unknown_field_a_repeated_one_or_one_out_of_order_makes_the_document_malformed(String fields) {
        assertThat(client.send(message(fields))).isEqualTo(MALFORMED);
    }

    @Test
    void an_unknown_attribute_of_a_recipient_makes_the_document_malformed() {
        assertThat(client.send("<message><text_sms>a</text_sms><abonent phone='79001234567' name='x'/></message>"))
                .isEqualTo(MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "-1", "x", "", "1.0", " 1"})
    void r6_r7_an_order_is_one_digit(String order) {
        assertThat(refused("<send_viber>" + order + "</send_viber>" + TEXT))
                .isEqualTo("Порядок отправки должен быть числом от 0 до 9.");
        assertThat(refused("<send_sms>" + order + "</send_sms><text_sms>text</text_sms>"))
                .isEqualTo("Порядок отправки должен быть числом от 0 до 9.");
    }

    @Test
    void r6_r7_zero_switches_a_channel_off_and_one_has_to_be_on() {
        assertThat(accepted("<send_viber>0</send_viber><send_sms>9</send_sms><text_sms>text</text_sms>")
                        .channels())
                .containsExactly(Channel.SMS);
        assertThat(refused("<send_viber>0</send_viber><send_sms>0</send_sms>" + TEXT))
                .isEqualTo("Не выбрано направление отправки.");
        assertThat(refused("<send_sms>0</send_sms>" + TEXT)).isEqualTo("Не выбрано направление отправки.");
    }

    @Test
    void r6_without_switches_a_message_with_a_viber_text_goes_by_viber_else_by_sms() {
        assertThat(accepted(TEXT).channels()).containsExactly(Channel.VIBER);
        assertThat(accepted("<text_sms>text</text_sms>").channels()).containsExactly(Channel.SMS);
    }

    @Test
    void r8_channels_are_tried_in_rising_order() {
        assertThat(accepted("<send_viber>7</send_viber><send_sms>3</send_sms>" + TEXT + "<text_sms>sms</text_sms>")
                        .channels())
                .containsExactly(Channel.SMS, Channel.VIBER);
    }

    @Test
    void r9_a_mailing_without_a_name_is_called_gateway() {
        assertThat(accepted("<text_sms>text</text_sms>").nameDelivery()).isEqualTo("Шлюз");
        assertThat(accepted("<name_delivery></name_delivery><text_sms>text</text_sms>")
                        .nameDelivery())
                .isEqualTo("Шлюз");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30 10:00", "2026-11-23T10:00", "2026-11-23 10:00:00", "23.11.2026 10:00", "now"})
    void r10_a_time_that_is_not_in_the_manuals_form_is_refused(String time) {
        assertThat(refused("<time_send>" + time + "</time_send><text_sms>text</text_sms>"))
                .isEqualTo("Некорректный формат даты");
    }

    @Test
    void r10_an_empty_time_means_at_once() {
        assertThat(accepted("<time_send></time_send><text_sms>text</text_sms>").timeSend())
                .isNull();
    }

    @Test
    void r12_a_viber_text_has_at_most_1000_characters_counted_as_code_points() {
        assertThat(accepted("<text_viber>" + "😀".repeat(1000) + "</text_viber>")
                        .textViber())
                .hasSize(2000);
        assertThat(refused("<text_viber>" + "я".repeat(1001) + "</text_viber>"))
                .isEqualTo("Текст VIBER сообщения не должен превышать 1000 символов.");
    }

    @Test
    void r12_a_line_break_written_as_backslash_and_n_counts_two() {
        assertThat(refused("<text_viber>" + "я".repeat(999) + "\\n</text_viber>"))
                .isEqualTo("Текст VIBER сообщения не должен превышать 1000 символов.");
    }

    @Test
    void r12_r13_a_channel_that_is_on_needs_its_text() {
        assertThat(refused(VIBER + "<text_sms>text</text_sms>")).isEqualTo("Нет текста сообщения.");
        assertThat(refused("<send_sms>1</send_sms>" + TEXT)).isEqualTo("Нет текста сообщения.");
        assertThat(refused("<send_sms>1</send_sms><text_sms></text_sms>")).isEqualTo("Нет текста сообщения.");
        assertThat(refused("")).isEqualTo("Нет текста сообщения.");
    }

    @Test
    void r14_a_button_has_at_most_19_characters() {
        String url = "<button_url>https://example.com</button_url>";

        assertThat(accepted(TEXT + "<button_text>" + "😀".repeat(19) + "</button_text>" + url)
                        .buttonText())
                .isNotNull();
        assertThat(refused(TEXT + "<button_text>" + "я".repeat(20) + "</button_text>" + url))
                .isEqualTo("Текст кнопки не должен превышать 19 символов.");
    }

    @Test
    void r14_r15_a_button_needs_both_text_and_link() {
        assertThat(refused(TEXT + "<button_text>Go</button_text>")).isEqualTo("Нет ссылки.");
        assertThat(refused(TEXT + "<button_url>https://example.com</button_url>"))
                .isEqualTo("Нет текста кнопки.");
    }

    @Test
    void r16_an_image_needs_a_button() {
        String image = "<image_url>https://example.com/1.png</image_url>";

        assertThat(refused(TEXT + image)).isEqualTo("Для изображения необходима кнопка.");
        assertThat(refused(TEXT + "<button_text>Go</button_text>" + image))
                .isEqualTo("Для изображения необходима кнопка.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "1h", "1.5", "99999999"})
    void r17_the_validity_is_a_positive_number_of_minutes(String minutes) {
        assertThat(refused(TEXT + "<validity_period_viber>" + minutes + "</validity_period_viber>"))
                .isEqualTo("Неверное время жизни VIBER сообщения.");
    }

    @Test
    void r17_the_validity_is_an_hour_unless_said_otherwise() {
        assertThat(accepted(TEXT).validityPeriodViber()).isEqualTo(60);
    }

    @Test
    void r18_finale_viber_read_is_0_or_1() {
        assertThat(accepted(TEXT + "<finale_viber_read>0</finale_viber_read>").finaleViberRead())
                .isFalse();
        assertThat(refused(TEXT + "<finale_viber_read>true</finale_viber_read>"))
                .isEqualTo("Неверное значение finale_viber_read.");
    }

    private ReceivedMessage accepted(String fields) {
        assertThat(client.send(message(fields))).contains(">send</information>");
        return gateway.latest().orElseThrow();
    }

    private String refused(String fields) {
        long before = gateway.ledger().totals().accepted();
        String answer = client.send(message(fields));
        assertThat(answer).startsWith("<message><error>").endsWith("</error></message>");
        assertThat(gateway.ledger().totals().accepted()).isEqualTo(before);
        return answer.replaceAll("<[^>]+>", "");
    }

    private static String message(String fields) {
        return "<message>" + fields + "<abonent phone=\"79001234567\"/></message>";
    }
}
