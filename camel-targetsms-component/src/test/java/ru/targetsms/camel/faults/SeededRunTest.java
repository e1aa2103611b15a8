package ru.targetsms.camel.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import ru.targetsms.simulator.fault.FaultAction;
import ru.targetsms.simulator.model.LedgerTotals;

/**
 * Runs random mixes of messages and faults. {@code -Dfaults.seeds=1000} takes more seeds, {@code -Dfaults.seed=17} takes
 * one again.
 */
class SeededRunTest {

    private static final Map<FaultAction, Long> FIRED = new EnumMap<>(FaultAction.class);
    private static int seeds;
    private static long documents;
    private static long duplicatesRefused;

    @BeforeAll
    static void start() {
        FaultTest.startSimulator();
    }

    @AfterAll
    static void tell() {
        System.out.printf(
                "%d seeds: %d documents, %d duplicates refused, faults fired: %s%n",
                seeds, documents, duplicatesRefused, FIRED);
    }

    @TestFactory
    Stream<DynamicTest> everyMessageIsAcceptedOnceOrNamed() {
        return seeds().mapToObj(seed -> dynamicTest("seed " + seed, () -> run(seed)));
    }

    @Test
    void theSameSeedIsTheSamePlan() {
        assertThat(faultsOf(4711)).isEqualTo(faultsOf(4711)).isNotEqualTo(faultsOf(4712));
    }

    private static LongStream seeds() {
        Long one = Long.getLong("faults.seed");
        return one == null ? LongStream.rangeClosed(1, Long.getLong("faults.seeds", 50)) : LongStream.of(one);
    }

    private static void run(long seed) throws Exception {
        SeededPlan plan = SeededPlan.of(seed);
        SeededRun run = new SeededRun(plan, FaultTest.simulator);
        try {
            LedgerTotals totals = run.run();
            seeds++;
            documents += totals.posts();
            duplicatesRefused += totals.duplicatesRefused();
            run.faults().forEach(fault -> FIRED.merge(fault.fault().action(), fault.fired(), Long::sum));
        } catch (AssertionError | Exception e) {
            throw new AssertionError(
                    "seed " + seed + " failed, again with -Dfaults.seed=" + seed + "\n" + plan + "\n" + run.faults(),
                    e);
        }
    }

    private static String faultsOf(long seed) {
        SeededPlan plan = SeededPlan.of(seed);
        return plan.bodies() + plan.faults().toString() + plan.toxics();
    }
}
