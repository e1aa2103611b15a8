package ru.targetsms.scaleout.worker;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import ru.targetsms.camel.model.TargetSmsMessage;

/** Is the value of a record: one text for one phone, under the protocol's names. Immutable. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Order(@JsonProperty("phone") String phone, @JsonProperty("text_sms") String textSms) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Order NONE = new Order("", "");

    /** Reads an order; what is none has no phone and no text, and is refused for that. */
    static Order read(String json) {
        try {
            Order order = json == null ? null : JSON.readValue(json, Order.class);
            return order == null ? NONE : order;
        } catch (JsonProcessingException e) {
            return NONE;
        }
    }

    /** Returns the value of a record. */
    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the message: it has one recipient, so its result can be found by its place. */
    TargetSmsMessage toMessage() {
        return TargetSmsMessage.builder().to(phone).textSms(textSms).build();
    }

    /** Says nothing of phone and text. */
    @Override
    public String toString() {
        return "Order";
    }
}
