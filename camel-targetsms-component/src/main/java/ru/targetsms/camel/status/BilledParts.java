package ru.targetsms.camel.status;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.targetsms.camel.model.DeliveryStatus;

/** Holds the SMS parts billed (R31) against those predicted: a difference means that the gateway counts in another way. */
final class BilledParts {

    private static final Logger LOG = LoggerFactory.getLogger(BilledParts.class);

    private BilledParts() {}

    /**
     * Warns of a difference.
     *
     * @param predicted {@code null} when unknown
     */
    static void compare(@Nullable Integer predicted, DeliveryStatus report) {
        Integer billed = report.numPartsSms();
        if (predicted != null && billed != null && billed > 0 && !billed.equals(predicted)) {
            LOG.warn("{} was predicted {} SMS parts and billed {}", report.idMessage(), predicted, billed);
        }
    }
}
