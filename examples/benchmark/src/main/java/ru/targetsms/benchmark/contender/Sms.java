package ru.targetsms.benchmark.contender;

/** One personal message, as an application holds it before anything is sent. */
public record Sms(String phone, long clientIdMessage, String text) {

    /** The sender of every message. */
    public static final String SENDER = "Shop";

    /** Makes the message with a number, 0 to 99,999,999: a text, a phone and a client id of its own. */
    public static Sms number(long number) {
        return new Sms(
                Long.toString(79_000_000_000L + number),
                number + 1,
                "Заказ " + (100_000_000L + number) + " собран и ждёт вас на складе & в магазине до пятницы");
    }

    /** Hides phone and text. */
    @Override
    public String toString() {
        return "Sms[" + clientIdMessage + "]";
    }
}
