package ru.targetsms.benchmark;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import ru.targetsms.benchmark.contender.Callers;
import ru.targetsms.benchmark.contender.ComponentLists;
import ru.targetsms.benchmark.contender.ComponentRoutes;
import ru.targetsms.benchmark.contender.ComponentSingles;
import ru.targetsms.benchmark.contender.Contender;
import ru.targetsms.benchmark.contender.HandWrittenRoute;
import ru.targetsms.benchmark.contender.InFlight;
import ru.targetsms.benchmark.contender.JaxbDocuments;
import ru.targetsms.benchmark.contender.JaxbRoute;
import ru.targetsms.benchmark.contender.Messages;
import ru.targetsms.benchmark.contender.ReadyDocuments;
import ru.targetsms.benchmark.contender.Sender;
import ru.targetsms.benchmark.gateway.LeanGateway;
import ru.targetsms.benchmark.report.Kind;
import ru.targetsms.benchmark.report.Row;

/** Makes everything that is compared, all of it in one JVM and one Camel context. */
final class Contenders implements AutoCloseable {

    /** As many requests at once as the component makes by default. */
    private static final int CONNECTIONS = 4;

    private static final int MANY = 16;
    static final String MANY_CALLERS = MANY + " callers";
    private static final int DOCUMENT = 100;

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final List<Row> rows = new ArrayList<>();
    private final Map<Kind, Sender> lone = new EnumMap<>(Kind.class);

    /**
     * Makes them for a gateway.
     *
     * @param listSize messages in a list body
     */
    Contenders(LeanGateway gateway, Messages messages, int listSize) throws Exception {
        CamelContext context = new DefaultCamelContext();
        open.push(context);
        context.start();
        String url = gateway.sendUrl();
        ComponentRoutes routes = keep(new ComponentRoutes(context, gateway.baseUrl()));

        callers(Kind.BY_HAND, keep(new HandWrittenRoute(context, messages, url)), 1, CONNECTIONS, MANY);
        callers(Kind.BY_HAND_JAXB, keep(new JaxbRoute(context, messages, url)), 1, CONNECTIONS, MANY);
        callers(Kind.READY_1, keep(new ReadyDocuments(messages, 1, url, MANY)), 1, CONNECTIONS, MANY);
        callers(Kind.READY_100, keep(new ReadyDocuments(messages, DOCUMENT, url, CONNECTIONS)), CONNECTIONS);
        callers(Kind.JAXB_100, keep(new JaxbDocuments(messages, DOCUMENT, url, CONNECTIONS)), CONNECTIONS);
        callers(Kind.SINGLES, new ComponentSingles(routes, messages), 1);
        for (int inFlight : new int[] {64, 1024, 10_000}) {
            row(Kind.SINGLES, inFlight + " in flight", new InFlight(routes, messages, inFlight));
        }
        callers(Kind.LISTS, new ComponentLists(routes, messages, listSize), 1, 2);
    }

    /** Returns everything, in the order it is measured and printed. */
    List<Row> rows() {
        return rows;
    }

    /** Returns what sends one message in a call. */
    Map<Kind, Sender> lone() {
        return lone;
    }

    @Override
    public void close() throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }

    private void callers(Kind kind, Sender sender, int... counts) {
        if (sender.size() == 1) {
            lone.put(kind, sender);
        }
        for (int count : counts) {
            row(kind, count == 1 ? "1 caller" : count + " callers", new Callers(sender, count));
        }
    }

    private void row(Kind kind, String load, Contender contender) {
        rows.add(new Row(kind, load, keep(contender)));
    }

    private <T extends AutoCloseable> T keep(T part) {
        open.push(part);
        return part;
    }
}
