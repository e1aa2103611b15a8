package ru.targetsms.camel.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import ru.targetsms.simulator.fault.Fault;

/** What JMX shows, over a real MBean server. */
class ManagementTest extends ReportScene {

    @Override
    protected boolean isManaged() {
        return true;
    }

    @Test
    void aConsumerShowsWhatItWaitsFor() throws Exception {
        reports("", exchange -> {});
        sent(Map.of());
        ObjectName consumer = name("consumers", "StatusConsumer");

        await().until(() -> server().getAttribute(consumer, "LastSuccessfulPoll") instanceof Instant);

        assertThat(server().getAttribute(consumer, "Pending")).isEqualTo(1L);
        assertThat((Long) server().getAttribute(consumer, "OldestPendingAge")).isBetween(0L, 60L);
        assertThat((Integer) server().getAttribute(consumer, "Claimed")).isBetween(0, 1);
        assertThat(server().getAttribute(consumer, "Greedy"))
                .as("Camel's own are there")
                .isEqualTo(true);
        assertReadOnly(consumer, "Pending", "OldestPendingAge", "Claimed", "LastSuccessfulPoll");
    }

    @Test
    void aProducerShowsHowItsGatewayFares() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:one").to("targetsms:send?phone=" + PHONE);
                from("direct:two").to("targetsms:status");
            }
        });
        template.sendBody("direct:one", "Привет");
        gateway.faults().add(Fault.status(503).first(1));
        template.send("direct:one", exchange -> exchange.getMessage().setBody("Привет"));

        for (String type : new String[] {"SendProducer", "StatusProducer"}) {
            ObjectName producer = name("producers", type);
            assertThat(server().getAttribute(producer, "Host")).isEqualTo("127.0.0.1");
            assertThat(server().getAttribute(producer, "Accepted")).isEqualTo(1L);
            assertThat(server().getAttribute(producer, "Rejected")).isEqualTo(0L);
            assertThat(server().getAttribute(producer, "Unknown")).isEqualTo(1L);
            assertThat(server().getAttribute(producer, "LastSuccess")).isInstanceOf(Instant.class);
            assertThat(server().getAttribute(producer, "ConsecutiveFailures")).isEqualTo(1);
            assertReadOnly(producer, "Host", "Accepted", "Rejected", "Unknown", "LastSuccess", "ConsecutiveFailures");
        }
    }

    private void assertReadOnly(ObjectName bean, String... attributes) throws Exception {
        assertThat(server().getMBeanInfo(bean).getAttributes())
                .filteredOn(attribute -> Arrays.asList(attributes).contains(attribute.getName()))
                .hasSize(attributes.length)
                .noneMatch(MBeanAttributeInfo::isWritable);
    }

    private MBeanServer server() {
        return context.getManagementStrategy().getManagementAgent().getMBeanServer();
    }

    private ObjectName name(String type, String name) throws Exception {
        ObjectName pattern = new ObjectName(
                "org.apache.camel:context=" + context.getManagementName() + ",type=" + type + ",name=" + name + "*");
        return server().queryNames(pattern, null).iterator().next();
    }
}
