package ru.targetsms.camel.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.targetsms.camel.CamelTest;
import ru.targetsms.camel.TargetSmsConfiguration;
import ru.targetsms.camel.TargetSmsConstants;
import ru.targetsms.camel.model.MessageField;

/** Body, then header, then endpoint, then component, for every field there is. */
class PrecedenceTest extends CamelTest {

    private static final List<String> BODY_HEADER_ENDPOINT_COMPONENT = List.of("1", "2", "3", "4");

    @ParameterizedTest
    @EnumSource(MessageField.class)
    void theInnermostLevelThatSetsAFieldWins(MessageField field) {
        for (int level = 0; level < 4; level++) {
            assertThat(sentWithLevelsFrom(level, field, false))
                    .as("%s from level %d", field, level)
                    .contains(element(field, level));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = MessageField.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SEND_VIBER", "SEND_SMS", "VALIDITY_PERIOD_VIBER"})
    void blankTextMeansNotSetAtEveryLevel(MessageField field) {
        for (int level = 1; level < 4; level++) {
            assertThat(sentWithLevelsFrom(level, field, true))
                    .as("%s from level %d", field, level)
                    .contains(element(field, level));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void thePhoneFollowsTheSameOrder(int level) {
        Map<String, Object> body = new HashMap<>(Map.of("text_sms", "x"));
        Map<String, Object> headers = new HashMap<>();
        String uri = "targetsms:send";
        component().getConfiguration().setPhone("79000000003");
        if (level <= 2) {
            uri += "?phone=79000000002";
        }
        if (level <= 1) {
            headers.put(TargetSmsConstants.PHONE, "79000000001");
        }
        if (level <= 0) {
            body.put("phone", "79000000000");
        }

        send(uri, body, headers);

        assertThat(simulator.latest().orElseThrow().phone()).isEqualTo("7900000000" + level);
    }

    @Test
    void headersAndOptionsApplyToEachElementOfAListButAnExchangeBringsItsOwn() {
        Exchange own = new org.apache.camel.support.DefaultExchange(context);
        own.getMessage().setBody(Map.of("phone", "79000000002", "text_sms", "x"));

        send(
                "targetsms:send?nameDelivery=Option",
                List.of(Map.of("phone", "79000000001", "text_sms", "x"), own),
                Map.of("CamelTargetSmsSenderSms", "Header"));

        assertThat(simulator.messages())
                .extracting(message -> message.senderSms())
                .containsExactly("Header", null);
        assertThat(simulator.messages())
                .extracting(message -> message.nameDelivery())
                .containsOnly("Option");
    }

    /** Sends a message whose field is set from the level on outwards, and blank further in when asked. */
    private String sentWithLevelsFrom(int level, MessageField field, boolean blankFurtherIn) {
        simulator.reset();
        Map<String, Object> body = new HashMap<>(Map.of("phone", "79001234567"));
        Map<String, Object> headers = new HashMap<>();
        Map<String, String> options = new HashMap<>();
        TargetSmsConfiguration component = component().getConfiguration();
        component.setTextSms("base");
        component.setTextViber("base");
        component.setSendSms(5);
        component.setSendViber(6);
        component.setButtonText("base");
        component.setButtonUrl("base");
        set(component, field, value(field, 3));
        if (level <= 2 || blankFurtherIn) {
            options.put(field.optionName(), level <= 2 ? value(field, 2) : " ");
        }
        if (level <= 1 || blankFurtherIn) {
            headers.put(TargetSmsConstants.header(field), level <= 1 ? value(field, 1) : "");
        }
        if (level == 0 || blankFurtherIn) {
            body.put(field.protocolName(), level == 0 ? value(field, 0) : null);
        }
        String uri = "targetsms:send"
                + options.entrySet().stream()
                        .map(option -> "?" + option.getKey() + "=" + option.getValue())
                        .findFirst()
                        .orElse("");

        Exchange exchange = send(uri, body, headers);

        assertThat(exchange.getException()).isNull();
        return lastRequest();
    }

    private void set(TargetSmsConfiguration component, MessageField field, String value) {
        org.apache.camel.support.PropertyBindingSupport.build()
                .withCamelContext(context)
                .withTarget(component)
                .withProperty(field.optionName(), value)
                .bind();
    }

    private static String element(MessageField field, int level) {
        String name = field.protocolName();
        return "<" + name + ">" + value(field, level) + "</" + name + ">";
    }

    private static String value(MessageField field, int level) {
        return switch (field) {
            case SEND_VIBER, SEND_SMS, VALIDITY_PERIOD_VIBER -> BODY_HEADER_ENDPOINT_COMPONENT.get(level);
            case FINALE_VIBER_READ -> String.valueOf(level % 2);
            case TIME_SEND -> "203" + level + "-05-06 07:08";
            case NAME_DELIVERY, SENDER_VIBER, TEXT_VIBER, BUTTON_TEXT, BUTTON_URL, IMAGE_URL, SENDER_SMS, TEXT_SMS ->
                "L" + level;
        };
    }
}
