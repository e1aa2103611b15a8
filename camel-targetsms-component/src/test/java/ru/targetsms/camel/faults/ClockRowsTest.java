package ru.targetsms.camel.faults;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.targetsms.camel.tracking.InMemoryDeliveryTracker;
import ru.targetsms.camel.tracking.JdbcDeliveryTracker;
import ru.targetsms.camel.tracking.PostgreSql;
import ru.targetsms.camel.tracking.TrackedMessage;

/** Clocks jump, change to summer time, or belong to another zone; leases and delays are lengths, and stay. */
class ClockRowsTest extends ReportTest {

    private final TimeZone zone = TimeZone.getDefault();

    @AfterEach
    void giveBackTheZone() {
        TimeZone.setDefault(zone);
    }

    /** A clock that nobody reads cannot jump; of the polls' own state only what is shown to people has a date. */
    @Test
    void f41_no_lease_and_no_delay_is_measured_by_a_clock_that_can_jump() {
        fault("a clock that is never read", () -> 1);
        noClasses()
                .that()
                .resideInAPackage("ru.targetsms.camel.tracking..")
                .or()
                .haveNameMatching(
                        "ru\\.targetsms\\.camel\\.status\\.(HeldClaims|ClaimedBatch|ReportRules|DeliveryReport)")
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callConstructor(Date.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("ru.targetsms.camel.tracking", "ru.targetsms.camel.status"));
    }

    /** In the last two rows the time is one that no clock shows, and one that clocks show twice: then the first counts. */
    @ParameterizedTest
    @CsvSource({
        "Pacific/Auckland,    Europe/Moscow,    2030-07-01 12:00, 2030-07-01T09:00:00Z",
        "America/Los_Angeles, Europe/Moscow,    2030-01-15 00:30, 2030-01-14T21:30:00Z",
        "Europe/Moscow,       Europe/Berlin,    2030-07-01 12:00, 2030-07-01T10:00:00Z",
        "Europe/Moscow,       Europe/Berlin,    2030-12-01 12:00, 2030-12-01T11:00:00Z",
        "Europe/Berlin,       America/New_York, 2030-03-10 02:30, 2030-03-10T07:30:00Z",
        "Europe/Berlin,       America/New_York, 2030-11-03 01:30, 2030-11-03T05:30:00Z"
    })
    void f41_the_first_question_waits_for_time_send_as_the_gateways_zone_has_it(
            String jvm, String gateway, String timeSend, Instant begins) {
        TimeZone.setDefault(TimeZone.getTimeZone(jvm));
        fault("the zone of the JVM", () -> 1);
        NodeTracker tracker = new NodeTracker(new InMemoryDeliveryTracker());
        Sms sms = Sms.next();
        FaultRoute route = closing(new FaultRoute(
                ids,
                options -> {
                    gateway(options, AMPLE);
                    options.setZone(gateway);
                },
                tracker));

        judged(route.send(
                List.of(sms),
                List.of(Map.of("phone", sms.phone(), "text_sms", sms.text(), "time_send", timeSend)),
                Map.of()));

        assertThat(tracker.stored())
                .singleElement()
                .extracting(TrackedMessage::startsIn)
                .satisfies(startsIn ->
                        assertThat(startsIn).isCloseTo(Duration.between(Instant.now(), begins), Duration.ofMinutes(1)));
    }

    /** The JVM's zone is what a database session begins with. */
    @Test
    void f41_nodes_in_other_zones_share_one_database_and_respect_each_others_claims() throws Exception {
        String schema = PostgreSql.newSchema();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
        NodeTracker east = new NodeTracker(new JdbcDeliveryTracker(PostgreSql.dataSource(schema)).createSchema());
        List<String> ids = tracked(east, Sms.several(5));
        ReportNode eastern = node(east, "", exchange -> {
            begun.countDown();
            go.await();
        });
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

        TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
        NodeTracker west = new NodeTracker(new JdbcDeliveryTracker(PostgreSql.dataSource(schema)));
        ReportNode western = node(west, "");
        List<String> later = tracked(west, Sms.several(5));
        awaitRecorded(later, west);
        fault("a node 20 hours away", () -> western.reports().size());
        go.countDown();

        awaitRecorded(ids, east);
        assertThat(eastern.reports()).hasSize(5);
        assertThat(western.reports()).hasSize(5);
        assertThat(eastern.reports()).allSatisfy(report -> assertThat(report.changedAt())
                .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES)));
    }

    /** Forward, claims end early for those who ask the database: a report may come twice, and is recorded once. */
    @ParameterizedTest
    @ValueSource(strings = {"1 hour", "-1 hour"})
    void f41_when_the_databases_own_clock_jumps_nothing_is_lost_and_nothing_recorded_twice(String jump)
            throws Exception {
        String schema = PostgreSql.newSchema();
        DataSource database = PostgreSql.dataSource(schema + ",pg_catalog");
        execute(
                database,
                "CREATE TABLE clock (ahead INTERVAL NOT NULL); INSERT INTO clock VALUES ('0');"
                        + "CREATE FUNCTION statement_timestamp() RETURNS TIMESTAMPTZ STABLE LANGUAGE SQL AS"
                        + " 'SELECT pg_catalog.statement_timestamp() + ahead FROM clock'");
        NodeTracker one = new NodeTracker(new JdbcDeliveryTracker(database).createSchema());
        NodeTracker other = new NodeTracker(new JdbcDeliveryTracker(database));
        List<String> ids = tracked(one, Sms.several(5));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch jumped = new CountDownLatch(1);
        ReportNode first = node(one, "", exchange -> {
            begun.countDown();
            jumped.await();
        });
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        ReportNode second = node(other, "");

        execute(database, "UPDATE clock SET ahead = '" + jump + "'");
        List<String> later = tracked(one, Sms.several(5));
        jumped.countDown();

        awaitRecorded(ids, one, other);
        awaitRecorded(later, one, other);
        assertThat(ids).allSatisfy(id -> assertThat(
                        first.reports(id).size() + second.reports(id).size())
                .isBetween(1, 2));
        fault(
                "dates that are an hour off",
                () -> count(
                        database,
                        "SELECT COUNT(*) FROM targetsms_delivery"
                                + " WHERE abs(extract(epoch FROM done_at - pg_catalog.statement_timestamp())) > 3000"));
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(DataSource database, String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
