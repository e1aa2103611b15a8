package ru.targetsms.benchmark;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import ru.targetsms.benchmark.contender.ComponentLists;
import ru.targetsms.benchmark.contender.ComponentRoutes;
import ru.targetsms.benchmark.contender.Sms;
import ru.targetsms.benchmark.gateway.LeanGateway;
import ru.targetsms.benchmark.report.Machine;
import ru.targetsms.camel.model.TargetSmsMessage;

/** Sends a million messages with little memory, as one iterator or as lists, and prints the time for each message. */
public final class Million {

    private static final int SMALL = 10_000;
    private static final int MILLION = 1_000_000;

    private final LeanGateway gateway;
    private final ComponentRoutes routes;

    private Million(LeanGateway gateway, ComponentRoutes routes) {
        this.gateway = gateway;
        this.routes = routes;
    }

    /** Runs with {@code iterator} or {@code lists}; each is meant for a JVM of its own. */
    public static void main(String[] args) throws Exception {
        try (LeanGateway gateway = new LeanGateway();
                CamelContext context = new DefaultCamelContext()) {
            context.start();
            System.out.println(Machine.describe());
            Million million = new Million(gateway, new ComponentRoutes(context, gateway.baseUrl()));
            switch (String.join("", args).trim()) {
                case "iterator" -> million.iterators();
                case "lists" -> million.lists();
                default -> throw new IllegalArgumentException("iterator or lists?");
            }
        }
    }

    private void iterators() throws Exception {
        for (int sent = 0; sent < MILLION; sent += SMALL) {
            send(messages(SMALL), SMALL);
        }
        for (int count : new int[] {SMALL, 10 * SMALL, MILLION}) {
            double[] micros = new double[count == MILLION ? 3 : 15];
            for (int run = 0; run < micros.length; run++) {
                micros[run] = send(messages(count), count) / 1e3 / count;
            }
            Arrays.sort(micros);
            print("an iterator of %,d messages", count, micros[micros.length / 2]);
        }
    }

    private void lists() throws Exception {
        long nanos = 0;
        for (int first = 0; first < MILLION; first += SMALL) {
            List<TargetSmsMessage> list = IntStream.range(first, first + SMALL)
                    .mapToObj(number -> ComponentLists.message(Sms.number(number)))
                    .toList();
            nanos += send(list, SMALL);
        }
        print("lists of 10,000, together %,d messages", MILLION, nanos / 1e3 / MILLION);
    }

    private static Iterator<TargetSmsMessage> messages(int count) {
        return LongStream.range(0, count)
                .mapToObj(number -> ComponentLists.message(Sms.number(number)))
                .iterator();
    }

    private long send(Object body, int count) throws Exception {
        long before = gateway.accepted();
        long start = System.nanoTime();
        int accepted = routes.send(routes.exchange(body));
        long nanos = System.nanoTime() - start;
        if (accepted != count || gateway.accepted() - before != count) {
            throw new IllegalStateException("not every message was accepted once");
        }
        return nanos;
    }

    private static void print(String what, int count, double micros) {
        System.out.printf(Locale.ROOT, "%-55s %6.2f us each%n", String.format(Locale.ROOT, what, count), micros);
    }
}
