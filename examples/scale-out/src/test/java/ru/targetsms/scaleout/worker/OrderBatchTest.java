package ru.targetsms.scaleout.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import ru.targetsms.camel.model.TargetSmsMessage;

class OrderBatchTest {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final StringBuilder commits = new StringBuilder();

    @Test
    void anOrderThatStandsTwiceInABatchIsSentOnce() {
        Exchange batch = batch(record("order-1", 0, 7), record("order-2", 1, 3), record("order-1", 0, 8));

        OrderBatch.open(batch);

        List<?> messages = batch.getMessage().getBody(List.class);
        assertThat(messages).hasSize(2);
        assertThat(messages)
                .extracting(message -> ((Message) message).getHeader("orderNumber"))
                .containsExactly("order-1", "order-2");
    }

    @Test
    void everyOrderHasOneRecipientSoThatItsResultIsFoundByItsPlace() {
        Exchange batch = batch(record("order-1", 0, 7), record(null, 0, 8));
        batch.getMessage()
                .getBody(List.class)
                .forEach(record -> ((Exchange) record).getMessage().setBody("no order"));

        OrderBatch.open(batch);

        for (Object message : batch.getMessage().getBody(List.class)) {
            assertThat(((Message) message).getBody(TargetSmsMessage.class).recipients())
                    .hasSize(1);
        }
    }

    @Test
    void eachPartitionIsCommittedUpToItsLastRecord() {
        Exchange batch = batch(record("order-1", 0, 7), record("order-2", 1, 3), record("order-1", 0, 8));
        OrderBatch.open(batch);

        OrderBatch.commit(batch);

        assertThat(commits).hasToString(" 0@8 1@3");
    }

    private Exchange batch(Exchange... records) {
        Exchange batch = new DefaultExchange(context);
        batch.getMessage().setBody(List.of(records));
        return batch;
    }

    private Exchange record(String number, int partition, long offset) {
        Exchange record = new DefaultExchange(context);
        KafkaManualCommit commit = () -> commits.append(" " + partition + "@" + offset);
        record.getMessage().setBody(new Order("79001234567", "Hello").toJson());
        record.getMessage().setHeader(KafkaConstants.KEY, number);
        record.getMessage().setHeader(KafkaConstants.PARTITION, partition);
        record.getMessage().setHeader(KafkaConstants.MANUAL_COMMIT, commit);
        return record;
    }
}
