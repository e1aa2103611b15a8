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

    /** Returns the message as an element of a body. */
    Map<String, Object> row() {
        return Map.of("phone", phone, "text_sms", text);
    }

    @Override
    public String toString() {
        return "Sms[..." + phone.substring(7) + "]";
    }
}
