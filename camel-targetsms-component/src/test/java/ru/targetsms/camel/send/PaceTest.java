package ru.targetsms.camel.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @Test
    void withoutALimitNothingEverWaits() {
        Pace pace = new Pace(null);

        pace.leave(0, 1_000_000);

        assertThat(pace.delay(0, 1_000_000)).isZero();
        assertThat(pace.fits(1_000_000)).isTrue();
    }

    @Test
    void aSecondsWorthLeavesAtOnceAndTheNextWaitsUntilTheSecondIsOver() {
        Pace pace = new Pace(10);
        pace.leave(0, 4);
        pace.leave(SECOND / 2, 6);

        assertThat(pace.delay(SECOND / 2, 1)).isEqualTo(SECOND / 2);
        assertThat(pace.delay(SECOND / 2, 4)).isEqualTo(SECOND / 2);
        assertThat(pace.delay(SECOND / 2, 5)).isEqualTo(SECOND);
        assertThat(pace.delay(SECOND, 4)).isZero();
    }

    @Test
    void whatIsHeavierThanASecondLeavesAloneAndRestsForAsLongAsItIsWorth() {
        Pace pace = new Pace(2);

        assertThat(pace.delay(0, 5)).isZero();
        pace.leave(0, 5);

        assertThat(pace.fits(1)).isFalse();
        assertThat(pace.delay(0, 1)).isEqualTo(5 * SECOND / 2);
        assertThat(pace.delay(5 * SECOND / 2, 5)).isZero();
    }

    @Property
    void noWindowOfASecondEverHoldsMoreThanTheLimit(
            @ForAll @IntRange(min = 1, max = 50) int perSecond,
            @ForAll @Size(min = 1, max = 200) List<@IntRange(min = 1, max = 50) Integer> weights,
            @ForAll @IntRange(min = 0, max = 300) int pauseInMillis) {
        Pace pace = new Pace(perSecond);
        List<long[]> departures = new ArrayList<>();
        long now = -SECOND;

        for (int weight : weights) {
            int parts = Math.min(weight, perSecond);
            long delay = pace.delay(now, parts);
            now += delay;
            assertThat(pace.delay(now, parts)).as("no second wait").isZero();
            pace.leave(now, parts);
            departures.add(new long[] {now, parts});
            now += TimeUnit.MILLISECONDS.toNanos(pauseInMillis);
        }

        for (long[] first : departures) {
            long parts = departures.stream()
                    .filter(one -> one[0] >= first[0] && one[0] < first[0] + SECOND)
                    .mapToLong(one -> one[1])
                    .sum();
            assertThat(parts).isLessThanOrEqualTo(perSecond);
        }
    }
}
