package ru.targetsms.simulator.gateway;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import ru.targetsms.simulator.fault.Fault;

/**
 * Holds the faults in force. Of those a request fits, the one added first strikes it, and no other. Thread safe: a
 * request sees the faults that were in force when it had been read.
 */
public final class Faults {

    private static final Logger LOG = System.getLogger(Faults.class.getName());

    private final Clock clock;
    private volatile List<ActiveFault> active = List.of();
    private long lastId;

    Faults(Clock clock) {
        this.clock = clock;
    }

    /** Puts a fault in force, after those there are. */
    public synchronized ActiveFault add(Fault fault) {
        ActiveFault added = activate(fault);
        List<ActiveFault> all = new ArrayList<>(active);
        all.add(added);
        active = List.copyOf(all);
        return added;
    }

    /** Puts these faults in force instead of those there are. */
    public synchronized List<ActiveFault> set(List<Fault> faults) {
        active = faults.stream().map(this::activate).toList();
        return active;
    }

    /** Ends one fault; returns whether it was in force. */
    public synchronized boolean remove(long id) {
        List<ActiveFault> left =
                active.stream().filter(fault -> fault.id() != id).toList();
        boolean found = left.size() < active.size();
        active = left;
        if (found) {
            LOG.log(Level.INFO, "Fault {0} removed", Long.toString(id));
        }
        return found;
    }

    /** Ends every fault. An answer already held back stays held. */
    public synchronized void clear() {
        if (!active.isEmpty()) {
            LOG.log(Level.INFO, "Faults cleared");
        }
        active = List.of();
    }

    /** Returns the faults in force, in their order. */
    public List<ActiveFault> active() {
        return active;
    }

    /** Returns the fault that strikes a request, given a test of which it fits by what stands in it. */
    Optional<ActiveFault> striking(Predicate<ActiveFault> fits) {
        for (ActiveFault fault : active) {
            if (fits.test(fault) && fault.takes()) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    private ActiveFault activate(Fault fault) {
        ActiveFault added = new ActiveFault(++lastId, fault, clock);
        String seed = added.seed() == null ? "" : ", seed " + added.seed();
        LOG.log(Level.INFO, "Fault {0} set: {1}{2}", Long.toString(added.id()), fault, seed);
        return added;
    }
}
