package ru.targetsms.simulator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerRunTest {

    private final Ledger ledger = new Ledger();

    @Test
    void an_answer_of_an_earlier_run_leaves_nothing_unknown_in_this_one() {
        int earlier = ledger.book("demo", 1L, 1).number();
        ledger.reset();
        int later = ledger.book("demo", 1L, 1).number();

        ledger.untold(List.of(earlier));
        assertThat(ledger.unknown()).isZero();

        ledger.untold(List.of(later));
        assertThat(ledger.unknown()).isOne();
    }
}
