package ru.targetsms.jms;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import ru.targetsms.camel.model.TargetSmsMessage;

/**
 * Is an order that is ready, as the shop puts it on the queue. Other fields of its JSON are ignored.
 *
 * @param number   the shop's own number, the key by which nobody gets a message twice
 * @param phone    the customer's
 * @param customer whom to greet
 * @param picture  URL of a picture of the goods
 * @param link     URL of the order's page
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Order(String number, String phone, String customer, String picture, String link) {

    /** Writes to the customer: in Viber with picture and button, by SMS in one part. */
    public TargetSmsMessage message() {
        return TargetSmsMessage.builder()
                .to(phone)
                .textViber(customer + ", ваш заказ " + number + " собран и ждёт вас в магазине. Хранится три дня.")
                .imageUrl(picture)
                .buttonText("Открыть заказ")
                .buttonUrl(link)
                .textSms("Заказ " + number + " собран, хранится три дня")
                .build();
    }

    /** Shows the number only: the customer is nobody's business. */
    @Override
    public String toString() {
        return "Order[" + number + "]";
    }
}
