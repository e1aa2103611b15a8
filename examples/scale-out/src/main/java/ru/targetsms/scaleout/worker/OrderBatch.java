package ru.targetsms.scaleout.worker;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;
import org.apache.camel.support.DefaultMessage;
import ru.targetsms.camel.TargetSmsConstants;
import ru.targetsms.camel.model.DocumentRejectedException;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.TargetSmsException;

/** Is what a poll of the topic brought: the steps of {@link OrdersRoute} around the send. */
final class OrderBatch {

    private static final String PROPERTY = "orderBatch";

    private final List<Exchange> records;
    private final List<Exchange> orders;

    private OrderBatch(List<Exchange> records) {
        this.records = records;
        this.orders = distinct(records);
    }

    /** Turns the records into a body of messages, each with the number of its order. */
    static void open(Exchange exchange) {
        List<?> records = exchange.getMessage().getBody(List.class);
        OrderBatch batch =
                new OrderBatch(records.stream().map(Exchange.class::cast).toList());
        exchange.setProperty(PROPERTY, batch);
        exchange.getMessage()
                .setBody(batch.orders.stream().map(OrderBatch::message).toList());
    }

    /** Tells whether all were refused, each for its own sake: a repeat would change nothing. Not so a blocked account. */
    static boolean isRefused(Exchange exchange) {
        TargetSmsException failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, TargetSmsException.class);
        boolean concernsAccount = failure instanceof DocumentRejectedException refusal
                && refusal.reason().concernsAccount();
        return !concernsAccount
                && failure.results().stream()
                        .allMatch(result -> result.outcome().refused());
    }

    /** Turns results into the records that were refused. */
    static void findRefused(Exchange exchange) {
        OrderBatch batch = of(exchange);
        List<?> results = exchange.getMessage().getBody(List.class);
        exchange.getMessage()
                .setBody(results.stream()
                        .map(SendResult.class::cast)
                        .filter(result -> !result.accepted())
                        .map(result -> parked(batch.orders.get(result.index()), result))
                        .toList());
    }

    /** Commits each partition up to its last record of this batch, and not further. */
    static void commit(Exchange exchange) {
        Map<Object, KafkaManualCommit> last = new LinkedHashMap<>();
        for (Exchange record : of(exchange).records) {
            last.put(
                    record.getMessage().getHeader(KafkaConstants.PARTITION),
                    record.getMessage().getHeader(KafkaConstants.MANUAL_COMMIT, KafkaManualCommit.class));
        }
        last.values().forEach(KafkaManualCommit::commit);
    }

    private static OrderBatch of(Exchange exchange) {
        return exchange.getProperty(PROPERTY, OrderBatch.class);
    }

    /** An order that stands twice in a topic is one order; within one body the component would take it for two. */
    private static List<Exchange> distinct(List<Exchange> records) {
        Map<Object, Exchange> orders = new LinkedHashMap<>();
        for (Exchange record : records) {
            orders.putIfAbsent(number(record) == null ? record : number(record), record);
        }
        return List.copyOf(orders.values());
    }

    private static Message message(Exchange record) {
        Message message = new DefaultMessage(record.getContext());
        message.setBody(Order.read(record.getMessage().getBody(String.class)).toMessage());
        message.setHeader("orderNumber", number(record));
        message.setHeader(TargetSmsConstants.CORRELATION_ID, number(record));
        return message;
    }

    private static Message parked(Exchange record, SendResult result) {
        Message message = new DefaultMessage(record.getContext());
        message.setBody(record.getMessage().getBody());
        message.setHeader(KafkaConstants.KEY, number(record));
        message.setHeader("outcome", result.outcome().name());
        return message;
    }

    private static String number(Exchange record) {
        return record.getMessage().getHeader(KafkaConstants.KEY, String.class);
    }
}
