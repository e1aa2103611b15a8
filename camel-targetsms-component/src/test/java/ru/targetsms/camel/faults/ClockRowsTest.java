package ru.targetsms.camel.faults;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.targetsms.camel.tracking.InMemoryDeliveryTracker;
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
                        .importPackages("ru.targetsms.camel"));
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
}
