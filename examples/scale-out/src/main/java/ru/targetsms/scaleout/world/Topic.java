package ru.targetsms.scaleout.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** Is the topic of orders, and another one, {@code <name>.refused}, for what is refused. Used by one thread. */
public final class Topic implements AutoCloseable {

    private static final int PARTITIONS = 12;

    private final EmbeddedKafkaBroker embedded;
    private final String brokers;
    private final String name;
    private final Admin admin;
    private final Producer<String, String> producer;

    /**
     * Makes both topics.
     *
     * @param brokers Kafka to use, or null for one inside this program
     */
    public Topic(String brokers, String name) throws ExecutionException, InterruptedException {
        this.embedded = brokers == null ? startBroker() : null;
        this.brokers = brokers == null ? embedded.getBrokersAsString() : brokers;
        this.name = name;
        Map<String, Object> settings = Map.of("bootstrap.servers", this.brokers);
        this.admin = Admin.create(settings);
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        admin.createTopics(List.of(
                        new NewTopic(name, PARTITIONS, (short) 1), new NewTopic(refused(), PARTITIONS, (short) 1)))
                .all()
                .get();
    }

    private static EmbeddedKafkaBroker startBroker() {
        EmbeddedKafkaBroker broker =
                new EmbeddedKafkaKraftBroker(1, PARTITIONS).brokerProperty("group.min.session.timeout.ms", "1000");
        broker.afterPropertiesSet();
        return broker;
    }

    /** Returns how soon a member that is silent may be given up: other brokers than ours allow no less than 6 s. */
    public Duration shortestSession() {
        return Duration.ofSeconds(embedded == null ? 6 : 3);
    }

    public String brokers() {
        return brokers;
    }

    public String name() {
        return name;
    }

    /** Hands an order to the broker; {@link #flush()} waits until it is there. */
    public void put(String number, String order) {
        producer.send(new ProducerRecord<>(name, number, order));
    }

    public void flush() {
        producer.flush();
    }

    /** Returns how many records a group has still to commit. */
    public long lag(String group) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>(admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get());
        return ends(name).entrySet().stream()
                .mapToLong(end -> {
                    OffsetAndMetadata offset = committed.get(end.getKey());
                    return end.getValue() - (offset == null ? 0 : offset.offset());
                })
                .sum();
    }

    /** Tells whether a group has so many members and each partition has an owner. */
    public boolean isSharedOut(String group, int members) throws ExecutionException, InterruptedException {
        ConsumerGroupDescription description =
                admin.describeConsumerGroups(List.of(group)).all().get().get(group);
        return description.members().size() == members
                && description.members().stream()
                                .mapToInt(member ->
                                        member.assignment().topicPartitions().size())
                                .sum()
                        == PARTITIONS;
    }

    /** Returns the keys of the records that were refused and parked, each as often as it was. */
    public List<String> parked() throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> ends = ends(refused());
        Map<String, Object> settings = Map.of("bootstrap.servers", brokers);
        List<String> keys = new ArrayList<>();
        try (Consumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(parked -> keys.add(parked.key()));
            }
        }
        return keys;
    }

    private Map<TopicPartition, Long> ends(String topic) throws ExecutionException, InterruptedException {
        List<TopicPartition> partitions =
                admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().stream()
                        .map(partition -> new TopicPartition(topic, partition.partition()))
                        .toList();
        return admin
                .listOffsets(
                        partitions.stream().collect(Collectors.toMap(Function.identity(), each -> OffsetSpec.latest())))
                .all()
                .get()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private String refused() {
        return name + ".refused";
    }

    /** Ends the broker, if it is our own; of another one removes the topics. */
    @Override
    public void close() {
        if (embedded == null) {
            admin.deleteTopics(List.of(name, refused()))
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
        producer.close();
        admin.close();
        if (embedded != null) {
            embedded.destroy();
        }
    }
}
