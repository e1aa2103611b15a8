package ru.targetsms.camel.observe;

import ru.targetsms.camel.model.DeliveryStatus;

/** Is told of the messages whose last report, but for what Viber adds to it, is done. */
public interface ReportListener extends AutoCloseable {

    /** Hears nothing. */
    ReportListener NONE = status -> {};

    /** Takes note of a message, once. */
    void reported(DeliveryStatus status);

    /** Says that nothing more will be reported. */
    @Override
    default void close() {}
}
