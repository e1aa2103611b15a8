package ru.targetsms.camel.status;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import ru.targetsms.camel.tracking.Claim;

/** Remembers, for a while, of which messages the gateway has contradicted itself. Safe for several threads. */
final class Contradictions {

    private static final int KEPT = 1_000;

    private final Set<String> ids = ConcurrentHashMap.newKeySet();

    /** Tells whether the gateway contradicts itself about the message for the first time, as far as remembered. */
    boolean isFirst(Claim claim) {
        if (ids.size() >= KEPT) {
            ids.clear();
        }
        return ids.add(claim.message().idMessage());
    }
}
