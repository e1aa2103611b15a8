package ru.targetsms.camel.faults;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * One message to one phone, as a row feeds it to the route. No two have the same phone, and no text is like what a log
 * may say anyway, so each can be found again: in the ledger, and where it must not be.
 */
record Sms(String phone, String text) {

    private static final AtomicInteger NEXT = new AtomicInteger();

    /** Makes so many new messages. */
    static List<Sms> several(int count) {
        return IntStream.range(0, count).mapToObj(i -> next()).toList();
    }

    static Sms next() {
        int number = NEXT.incrementAndGet();
        return new Sms(String.valueOf(79_160_000_000L + number), "Тайна № " + number);
    }

    /** Makes a message whose text goes to a phone of our choice. */
    static Sms to(String phone) {
        return new Sms(phone, next().text());
    }

    /** Returns the same message with another text, as it is to come over the wire. */
    Sms saying(String words) {
        return new Sms(phone, words);
    }

    /** Returns the same message with a text of so many characters. */
    Sms padded(int length) {
        return new Sms(phone, text + " ".repeat(Math.max(0, length - text.length() - 1)) + ".");
    }

    /** Returns the message as an element of a body. */
    Map<String, Object> row() {
        return Map.of("phone", phone, "text_sms", text);
    }

    @Override
    public String toString() {
        return "Sms[..." + phone.substring(7) + "]";
    }
}
