package ru.targetsms.simulator.gateway;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.model.Change;

/**
 * Holds the faults, in force or switched off. Of those in force that a request fits, the one added first strikes it, and
 * no other. Thread safe: a request sees the faults that were in force when it had been read.
 */
public final class Faults {

    private static final Logger LOG = System.getLogger(Faults.class.getName());

    private static final int MOST_OF_RUN = 1000;

    private final Clock clock;
    private final Changes changes;
    private final Deque<ActiveFault> ofRun = new ArrayDeque<>();
    private volatile List<ActiveFault> rules = List.of();
    private volatile List<ActiveFault> active = List.of();
    private long lastId;

    Faults(Clock clock, Changes changes) {
        this.clock = clock;
        this.changes = changes;
    }

    /** Puts a fault in force, after those there are. */
    public synchronized ActiveFault add(Fault fault) {
        ActiveFault added = activate(fault);
        List<ActiveFault> all = new ArrayList<>(rules);
        all.add(added);
        rule(all);
        return added;
    }

    /** Puts these faults in force instead of those there are. */
    public synchronized List<ActiveFault> set(List<Fault> faults) {
        rule(faults.stream().map(this::activate).toList());
        return rules;
    }

    /** Switches one fault on or off; its counts go on. Returns whether it was there. */
    public synchronized boolean enable(long id, boolean on) {
        Optional<ActiveFault> fault =
                rules.stream().filter(rule -> rule.id() == id).findFirst();
        fault.ifPresent(found -> {
            found.enable(on);
            rule(rules);
            LOG.log(Level.INFO, "Fault {0} switched {1}", Long.toString(id), on ? "on" : "off");
        });
        return fault.isPresent();
    }

    /** Ends one fault; returns whether it was there. */
    public synchronized boolean remove(long id) {
        List<ActiveFault> left =
                rules.stream().filter(fault -> fault.id() != id).toList();
        boolean found = left.size() < rules.size();
        rule(left);
        if (found) {
            LOG.log(Level.INFO, "Fault {0} removed", Long.toString(id));
        }
        return found;
    }

    /** Ends every fault. An answer already held back stays held. */
    public synchronized void clear() {
        if (!rules.isEmpty()) {
            LOG.log(Level.INFO, "Faults cleared");
        }
        rule(List.of());
    }

    /** Returns the faults there are, on or off, in their order. */
    public List<ActiveFault> rules() {
        return rules;
    }

    /** Returns the faults in force, those switched on, in their order. */
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

    /** Counts that a fault acted. */
    void acted(ActiveFault fault) {
        fault.acted();
        changes.announce(Change.FAULTS);
    }

    /** Returns the faults of the run, those that are no longer there too; of very many the last. */
    synchronized List<ActiveFault> ofRun() {
        return List.copyOf(ofRun);
    }

    /** Ends every fault, and the run. */
    synchronized void reset() {
        clear();
        ofRun.clear();
    }

    private void rule(List<ActiveFault> all) {
        rules = List.copyOf(all);
        active = rules.stream().filter(ActiveFault::isOn).toList();
        changes.announce(Change.FAULTS);
    }

    private ActiveFault activate(Fault fault) {
        ActiveFault added = new ActiveFault(++lastId, fault, clock);
        ofRun.addLast(added);
        if (ofRun.size() > MOST_OF_RUN) {
            ofRun.removeFirst();
        }
        String seed = added.seed() == null ? "" : ", seed " + added.seed();
        LOG.log(Level.INFO, "Fault {0} set: {1}{2}", Long.toString(added.id()), fault, seed);
        return added;
    }
}
