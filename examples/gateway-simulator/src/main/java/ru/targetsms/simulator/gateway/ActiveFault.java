package ru.targetsms.simulator.gateway;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.function.Predicate;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.fault.Selector;
import ru.targetsms.simulator.model.FaultCount;

/**
 * Is a fault that is set, in force unless it is switched off, and counts what it did. The counts outlive its removal.
 * Thread safe.
 */
public final class ActiveFault {

    private static final Logger LOG = System.getLogger(ActiveFault.class.getName());
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final long id;
    private final Fault fault;
    private final Long seed;
    private final Clock clock;
    private final Random random;
    private final Predicate<String> phone;
    private final Predicate<String> text;
    private final Predicate<String> idMessage;
    private Instant secondBegan = Instant.MIN;
    private int inSecond;
    private long matched;
    private long fired;
    private volatile boolean on = true;

    ActiveFault(long id, Fault fault, Clock clock) {
        this.id = id;
        this.fault = fault;
        this.clock = clock;
        Selector when = fault.when();
        seed = when.probability() == null || when.seed() != null ? when.seed() : Long.valueOf(new Random().nextInt());
        random = seed == null ? null : new Random(seed);
        phone = when.phoneTest();
        text = when.textTest();
        idMessage = when.idMessageTest();
    }

    public long id() {
        return id;
    }

    public Fault fault() {
        return fault;
    }

    /** Returns the seed of the probability, drawn when none was given; null without a probability. */
    public Long seed() {
        return seed;
    }

    /** Tells whether the fault is in force. */
    public boolean isOn() {
        return on;
    }

    /** Returns how many requests fitted, whether {@code after} and {@code first} let the fault strike or not. */
    public synchronized long matched() {
        return matched;
    }

    /** Returns how often the fault really acted. */
    public synchronized long fired() {
        return fired;
    }

    /** Returns what it did until now. */
    synchronized FaultCount count() {
        return new FaultCount(id, fault.action().word(), matched, fired);
    }

    /** Tells whether the fault is for a recipient, by phone. */
    boolean fitsPhone(String value) {
        return phone.test(value);
    }

    /** Tells whether the fault is for a message, by one of its texts. */
    boolean fitsText(String value) {
        return text.test(value);
    }

    /** Tells whether the fault is for an id that is asked for. */
    boolean fitsIdMessage(String value) {
        return idMessage.test(value);
    }

    /** Takes a request that fits by what stands in it; tells whether the fault is to strike. */
    synchronized boolean takes() {
        Selector when = fault.when();
        if (when.perSecond() != null && !aboveRate(when.perSecond())) {
            return false;
        }
        if (random != null && random.nextDouble() >= when.probability()) {
            return false;
        }
        matched++;
        long number = matched - when.after();
        return number >= 1 && (when.first() == null || number <= when.first());
    }

    void enable(boolean value) {
        on = value;
    }

    synchronized void acted() {
        fired++;
        LOG.log(Level.DEBUG, "Fault {0} fired", Long.toString(id));
    }

    private boolean aboveRate(int limit) {
        Instant now = clock.instant();
        if (secondBegan.equals(Instant.MIN) || !now.isBefore(secondBegan.plus(SECOND))) {
            secondBegan = now;
            inSecond = 0;
        }
        return ++inSecond > limit;
    }

    @Override
    public String toString() {
        return "ActiveFault[" + id + ", " + fault + ", matched " + matched() + ", fired " + fired() + "]";
    }
}
