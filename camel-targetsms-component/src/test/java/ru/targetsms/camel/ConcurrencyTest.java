package ru.targetsms.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.simulator.model.ReceivedMessage;

class ConcurrencyTest extends CamelTest {

    private static final int THREADS = 64;
    private static final int EACH = 25;

    @Test
    void sixtyFourThreadsThroughOneEndpointNeverMix() throws Exception {
        List<Callable<Void>> senders = new ArrayList<>();
        CountDownLatch together = new CountDownLatch(THREADS);
        for (int thread = 0; thread < THREADS; thread++) {
            int base = thread * EACH;
            senders.add(() -> {
                together.countDown();
                together.await();
                for (int i = base; i < base + EACH; i++) {
                    assertOwnResult(i);
                }
                return null;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);

        for (Future<Void> sender : threads.invokeAll(senders, 60, TimeUnit.SECONDS)) {
            sender.get();
        }
        threads.shutdown();

        assertThat(simulator.messages())
                .hasSize(THREADS * EACH)
                .allMatch(message -> message.textSms().equals("Text for " + message.phone())
                        && message.senderSms().equals("S" + message.phone().substring(5)));
    }

    @Test
    void aRouteThatSendsAgainFromItsOwnCompletionNeverBlocks() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("seda:in?concurrentConsumers=16")
                        .to("targetsms:send?maxConcurrentRequests=1")
                        .setBody(constant("again"))
                        .to("targetsms:send?maxConcurrentRequests=1")
                        .setBody(constant("and again"))
                        .to("targetsms:send?maxConcurrentRequests=1")
                        .to("mock:out");
            }
        });
        MockEndpoint out = context.getEndpoint("mock:out", MockEndpoint.class);
        out.expectedMessageCount(200);

        for (int i = 0; i < 200; i++) {
            template.sendBodyAndHeader("seda:in", "once", "CamelTargetSmsPhone", phone(i));
        }

        MockEndpoint.assertIsSatisfied(context, 30, TimeUnit.SECONDS);
        assertThat(simulator.ledger().totals().accepted()).isEqualTo(600);
    }

    @Test
    void transactedExchangesAreSentOnTheCallersThread() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:tx")
                        .process(exchange -> exchange.getExchangeExtension().setTransacted(true))
                        .to("targetsms:send")
                        .process(exchange -> exchange.setProperty("thread", Thread.currentThread()));
            }
        });

        Exchange exchange = send("direct:tx", "x", Map.of("CamelTargetSmsPhone", phone(1)));

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getProperty("thread")).isSameAs(Thread.currentThread());
    }

    private void assertOwnResult(int i) {
        Exchange exchange = send(
                "targetsms:send",
                "Text for " + phone(i),
                Map.of("CamelTargetSmsPhone", phone(i), "CamelTargetSmsSenderSms", "S" + phone(i).substring(5)));
        SendResult result =
                (SendResult) exchange.getMessage().getBody(List.class).get(0);
        ReceivedMessage received =
                simulator.message(Long.parseLong(result.idMessage())).orElseThrow();
        assertThat(result.phone()).isEqualTo(phone(i));
        assertThat(received.phone()).isEqualTo(phone(i));
    }

    private static String phone(int i) {
        return String.valueOf(79001000000L + i);
    }
}
