package ru.targetsms.scaleout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/**
 * Runs the controller: {@code -Dscale.messages}, {@code -Dscale.kills} and {@code -Dscale.freezes} say how much
 * (default: 120, 1 and 1), {@code -Dscale.seed} repeats the moments of an earlier run.
 */
class ScaleOutTest {

    private static final String SIZE = "--messages=" + Integer.getInteger("scale.messages", 120)
            + " --kills=" + Integer.getInteger("scale.kills", 1)
            + " --freezes=" + Integer.getInteger("scale.freezes", 1)
            + " --seed=" + Long.getLong("scale.seed", System.currentTimeMillis());

    @Test
    void killedAndFrozenNodesLoseNothingDoubleNothingAndReportEverything() throws Exception {
        Options options = Options.of(SIZE);
        System.out.println(options);

        Verdict verdict = Controller.judge(options);

        System.out.println(verdict);
        assertThat(verdict.isKept()).as(verdict.toString()).isTrue();
        if (options.kills() >= 10) {
            assertThat(verdict.seen(Verdict.REPEATS)).isNotEqualTo("0");
        }
    }

    @Test
    void optionsComeApartOrInOneArgument() {
        Options options = Options.of("--messages=300 --kills=1", "", "--keys=false");

        assertThat(options.messages()).isEqualTo(300);
        assertThat(options.kills()).isEqualTo(1);
        assertThat(options.freezes()).isEqualTo(5);
        assertThat(options.keys()).isFalse();
        assertThatThrownBy(() -> Options.of("--speed=1")).isInstanceOf(IllegalArgumentException.class);
    }
}
