package ru.targetsms.camel.crash;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.postgresql.ds.PGSimpleDataSource;
import ru.targetsms.camel.TargetSmsComponent;
import ru.targetsms.camel.TargetSmsConfiguration;
import ru.targetsms.camel.model.DeliveryStatus;
import ru.targetsms.camel.tracking.ClaimEnd;
import ru.targetsms.camel.tracking.DeliveryTracker;
import ru.targetsms.camel.tracking.JdbcDeliveryTracker;
import ru.targetsms.simulator.process.ForkedProgram;

/**
 * Is the program that dies: reports what became of messages, in a JVM of its own, and writes every report down in the
 * table {@code emitted}, each in a transaction of its own, as somebody else's system would.
 */
public final class CrashReporter extends RouteBuilder {

    /** The exit status of a program that was killed with SIGKILL, which halting comes to. */
    static final int KILLED = 137;

    /** When it dies. */
    enum Moment {
        /** The gateway has answered; no report of the batch in hand is written down, none is stored. */
        ANSWERED,
        /** Exchanges have completed; that is about to be stored. */
        COMPLETED,
        /** Only when it is killed. */
        NEVER
    }

    private final PGSimpleDataSource database;
    private final Moment moment;
    private final int after;
    private final AtomicInteger emitted = new AtomicInteger();

    private CrashReporter(PGSimpleDataSource database, Moment moment, int after) {
        this.database = database;
        this.moment = moment;
        this.after = after;
    }

    /**
     * Starts it in another JVM; what it prints is appended to a file.
     *
     * @param after how many reports it writes down before it dies at its moment
     */
    static ForkedProgram fork(Path output, String gateway, String database, Moment moment, int after)
            throws IOException {
        return new ForkedProgram(
                CrashReporter.class,
                output,
                List.of("-Xmx96m", "-Dtest.log=WARN", "-Dorg.apache.camel.jmx.disabled=true"),
                gateway,
                database,
                moment.name(),
                Integer.toString(after));
    }

    /** Runs until it dies or the test ends. Takes the arguments of {@link #fork}. */
    public static void main(String[] args) throws Exception {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setURL(args[1]);
        CrashReporter reporter = new CrashReporter(database, Moment.valueOf(args[2]), Integer.parseInt(args[3]));
        CamelContext context = new DefaultCamelContext();
        TargetSmsComponent component = context.getComponent("targetsms", TargetSmsComponent.class);
        component.setDeliveryTracker(reporter.mortal(new JdbcDeliveryTracker(database)));
        TargetSmsConfiguration configuration = component.getConfiguration();
        configuration.setBaseUrl(args[0]);
        configuration.setUsername("demo");
        configuration.setPassword("demo");
        context.addRoutes(reporter);
        context.start();
        ProcessHandle.current().parent().orElseThrow().onExit().join();
    }

    @Override
    public void configure() {
        from("targetsms:status?batchSize=20&maxConcurrentRequests=2&claimTimeout=1s&firstPollDelay=0&delay=50&initialDelay=0")
                .process(exchange -> dieIf(Moment.ANSWERED))
                .process(this::emit);
    }

    private void emit(Exchange exchange) throws SQLException {
        DeliveryStatus report = exchange.getMessage().getBody(DeliveryStatus.class);
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO emitted (id_message, state) VALUES (?, ?)")) {
            insert.setString(1, report.idMessage());
            insert.setString(2, report.state().word());
            insert.executeUpdate();
        }
        emitted.incrementAndGet();
    }

    /** Returns the tracker, which the program does not outlive when it is about to store what is done. */
    private DeliveryTracker mortal(DeliveryTracker tracker) {
        return (DeliveryTracker) Proxy.newProxyInstance(
                CrashReporter.class.getClassLoader(), new Class<?>[] {DeliveryTracker.class}, (proxy, method, args) -> {
                    if (method.getName().equals("save")
                            && ((Collection<?>) args[0]).stream().anyMatch(end -> ((ClaimEnd) end).isDone())) {
                        dieIf(Moment.COMPLETED);
                    }
                    return method.invoke(tracker, args);
                });
    }

    private void dieIf(Moment now) {
        if (now == moment && emitted.get() >= after) {
            Runtime.getRuntime().halt(KILLED);
        }
    }
}
