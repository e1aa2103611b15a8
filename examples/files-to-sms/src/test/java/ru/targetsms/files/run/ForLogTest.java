package ru.targetsms.files.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ForLogTest {

    @Test
    void anOrdinaryNameIsShownAsItIs() {
        assertThat(ForLog.name("заказы 20261123.csv")).isEqualTo("заказы 20261123.csv");
    }

    @Test
    void aPhoneNumberIsHidden() {
        assertThat(ForLog.name("for 79001234567.csv")).isEqualTo("for ***67.csv");
    }

    @Test
    void lineBreaksCannotForgeALogLine() {
        assertThat(ForLog.name("a\nERROR b")).isEqualTo("a?ERROR b");
    }
}
