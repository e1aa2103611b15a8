package ru.targetsms.simulator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ru.targetsms.simulator.model.LedgerTotals;
import ru.targetsms.simulator.model.Tally;

class LedgerSizeTest {

    private static final int MANY = 1_000_000;

    @Test
    void a_million_recipients_are_booked_exactly() {
        Ledger ledger = new Ledger();

        for (int i = 1; i <= MANY; i++) {
            ledger.book("demo", (long) i, Hash.of("7900" + (1_000_000 + i), "text " + i % 10));
        }
        for (int i = 1; i <= MANY; i += 10) {
            ledger.book("demo", (long) i, Hash.of("7900" + (1_000_000 + i), "text " + i % 10));
        }

        LedgerTotals totals = ledger.totals();
        assertThat(totals.accepted()).isEqualTo(MANY);
        assertThat(totals.duplicatesRefused()).isEqualTo(MANY / 10);
        assertThat(totals.distinctClientIds()).isEqualTo(MANY);
        assertThat(totals.distinctRecipients()).isEqualTo(MANY);
        assertThat(totals.doubledRecipients()).isZero();
        assertThat(ledger.clientId(11)).isEqualTo(new Tally(1, 1));
        assertThat(ledger.clientId(12)).isEqualTo(new Tally(1, 0));
        assertThat(ledger.recipient("79001000011", "text 1")).isEqualTo(new Tally(1, 1));
    }

    @Test
    void keys_at_the_ends_of_the_range_are_keys_like_any_other() {
        CountTable table = new CountTable();
        for (long key : new long[] {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertThat(table.accepted(key)).isZero();
            assertThat(table.accept(key, 7)).isEqualTo(1);
            table.refuse(key);

            assertThat(table.accepted(key)).isEqualTo(1);
            assertThat(table.refused(key)).isEqualTo(1);
            assertThat(table.number(key)).isEqualTo(7);
        }
    }
}
