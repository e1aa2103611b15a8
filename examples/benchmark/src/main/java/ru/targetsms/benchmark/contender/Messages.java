package ru.targetsms.benchmark.contender;

import java.util.List;
import java.util.stream.LongStream;

/** Holds messages made beforehand: making them is nobody's work that is measured. Safe for several threads. */
public final class Messages {

    private final List<Sms> messages;

    /** Makes so many different messages; from then on they come again. */
    public Messages(int count) {
        messages = LongStream.range(0, count).mapToObj(Sms::number).toList();
    }

    /** Returns how many different messages there are. */
    public int count() {
        return messages.size();
    }

    /** Returns the message with a number, 0 and up. */
    public Sms get(long number) {
        return messages.get((int) (number % messages.size()));
    }

    /** Returns so many messages from a number on; both are multiples of the same size. */
    public List<Sms> get(long first, int size) {
        int from = (int) (first % messages.size());
        return messages.subList(from, from + size);
    }
}
