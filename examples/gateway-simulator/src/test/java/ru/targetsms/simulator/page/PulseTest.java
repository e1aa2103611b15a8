package ru.targetsms.simulator.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PulseTest {

    private final ScheduledExecutorService thread = mock();
    private final List<Runnable> planned = new ArrayList<>();
    private final List<Long> delays = new ArrayList<>();
    private int beats;

    private final Pulse pulse = new Pulse(thread, () -> beats++);

    @BeforeEach
    void remember() {
        when(thread.schedule(any(Runnable.class), anyLong(), any())).thenAnswer(call -> {
            planned.add(call.getArgument(0));
            delays.add(TimeUnit.MILLISECONDS.convert(call.getArgument(1), call.getArgument(2)));
            return null;
        });
    }

    @Test
    void theFirstSignalPassesAtOnce() {
        pulse.signal();

        assertThat(delays).singleElement().satisfies(delay -> assertThat(delay).isLessThanOrEqualTo(0));
        planned.get(0).run();
        assertThat(beats).isOne();
    }

    @Test
    void whatComesWithinATenthOfASecondIsOneMoreBeatAtItsEnd() {
        pulse.signal();
        pulse.signal();
        planned.get(0).run();

        pulse.signal();
        pulse.signal();

        assertThat(planned).hasSize(2);
        assertThat(delays.get(1)).isLessThanOrEqualTo(100);
        planned.get(1).run();
        assertThat(beats).isEqualTo(2);
    }

    @Test
    void aSignalDuringABeatIsNotLost() {
        pulse.signal();
        planned.get(0).run();

        pulse.signal();

        assertThat(planned).hasSize(2);
    }
}
