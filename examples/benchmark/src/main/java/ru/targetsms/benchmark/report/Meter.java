package ru.targetsms.benchmark.report;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;
import ru.targetsms.benchmark.contender.Quota;
import ru.targetsms.benchmark.gateway.LeanGateway;

/** Measures one round of a contender, and takes only the gateway's word on what was accepted. */
public final class Meter {

    private final LeanGateway gateway;
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Measures against this gateway. */
    public Meter(LeanGateway gateway) {
        this.gateway = gateway;
    }

    /**
     * What a round came to.
     *
     * @param allocated bytes, by all threads but the gateway's
     */
    public record Sample(long messages, long nanos, long allocated) {

        /** Returns messages a second. */
        public double perSecond() {
            return messages * 1e9 / nanos;
        }
    }

    /**
     * Runs a round with a quota that begins with it.
     *
     * @throws IllegalStateException when the contender and the gateway disagree on the number accepted, or it is 0
     */
    public Sample measure(Row row, Supplier<Quota> quota) throws Exception {
        System.gc();
        long acceptedBefore = gateway.accepted();
        long allocatedBefore = allocated();
        long start = System.nanoTime();
        long messages = row.contender().send(quota.get());
        long nanos = System.nanoTime() - start;
        long allocated = allocated() - allocatedBefore;
        long accepted = gateway.accepted() - acceptedBefore;
        if (accepted != messages || messages == 0) {
            throw new IllegalStateException(row + " reports " + messages + " accepted, the gateway " + accepted);
        }
        return new Sample(messages, nanos, allocated);
    }

    private long allocated() {
        Set<Long> gateways = gateway.threads();
        long[] ids = Arrays.stream(threads.getAllThreadIds())
                .filter(id -> !gateways.contains(id))
                .toArray();
        return Arrays.stream(threads.getThreadAllocatedBytes(ids))
                .filter(bytes -> bytes > 0)
                .sum();
    }
}
