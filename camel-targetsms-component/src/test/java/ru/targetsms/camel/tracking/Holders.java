package ru.targetsms.camel.tracking;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Notes who holds what, and fails whoever begins with a message that another holds. */
final class Holders {

    private final Map<String, Thread> holders = new ConcurrentHashMap<>();
    private final AtomicInteger begun = new AtomicInteger();

    /** Notes claims that were made just now. */
    void begin(Collection<Claim> claims) {
        for (Claim claim : claims) {
            Thread other = holders.putIfAbsent(claim.message().idMessage(), Thread.currentThread());
            if (other != null) {
                throw new AssertionError(claim.message().idMessage() + " is held by " + other.getName() + " as well");
            }
            begun.incrementAndGet();
        }
    }

    /** Notes claims that are about to be given back. */
    void end(Collection<Claim> claims) {
        claims.forEach(claim -> holders.remove(claim.message().idMessage()));
    }

    /** Counts the claims. */
    int begun() {
        return begun.get();
    }
}
