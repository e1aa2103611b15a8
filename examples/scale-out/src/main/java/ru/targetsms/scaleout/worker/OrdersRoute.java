package ru.targetsms.scaleout.worker;

import org.apache.camel.builder.RouteBuilder;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import ru.targetsms.camel.model.TargetSmsException;

/**
 * Takes orders from a topic, a batch at a time, and sends each as an SMS. The offsets of a batch are committed when its
 * messages are sent and tracked, and never by themselves: a batch whose node dies, or whose exchange fails, comes again,
 * with the same client ids. What is refused is parked in a topic of its own, and does not hold up the rest.
 *
 * <p>Camel's own commits would lose messages with {@code batching=true}: they tell how far was polled, sent or not.
 */
public final class OrdersRoute extends RouteBuilder {

    private static final String BATCHES =
            "batching=true&maxPollRecords={{gateway.batch-size}}&batchingIntervalMs=200&pollTimeoutMs=200";
    private static final String COMMITS = "allowManualCommit=true&autoCommitEnable=false&breakOnFirstError=true";

    @Override
    public void configure() {
        onException(TargetSmsException.class)
                .onWhen(simple("${exception.retrySafe}"))
                .maximumRedeliveries(5)
                .redeliveryDelay(200)
                .useExponentialBackOff();
        onException(TargetSmsException.class)
                .onWhen(OrderBatch::isRefused)
                .handled(true)
                .setBody(simple("${exception.results}"))
                .to("direct:sent");
        // The topic is being shared out anew. What is not committed comes again, and the gateway knows it already.
        onException(RebalanceInProgressException.class, CommitFailedException.class)
                .continued(true);

        from("kafka:{{orders.topic}}?groupId={{orders.group}}&autoOffsetReset=earliest&consumersCount={{orders.consumers}}"
                        + "&" + BATCHES + "&" + COMMITS)
                .routeId("orders")
                .process(OrderBatch::open)
                .to("targetsms:send?{{orders.keys}}&track=true")
                .to("direct:sent");

        from("direct:sent")
                .routeId("sent")
                .process(OrderBatch::findRefused)
                .split(body())
                .to("kafka:{{orders.topic}}.refused")
                .end()
                .process(OrderBatch::commit);
    }
}
