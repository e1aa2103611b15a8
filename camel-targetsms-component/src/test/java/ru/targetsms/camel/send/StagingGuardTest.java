package ru.targetsms.camel.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StagingGuardTest {

    @Test
    void unsetMeansEverybodyAndBlankNobody() {
        assertThat(StagingGuard.of(null, null).admits("79001234567")).isTrue();
        assertThat(StagingGuard.of("", null).admits("79001234567")).isFalse();
        assertThat(StagingGuard.of(" , ,", null).admits("79001234567")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "79001234567; true",
                "79001234568; false",
                "7900123456; false",
                "7900*; true",
                "7901*; false",
                "*; true",
                "7900\\d{7}; true",
                "79\\d{2,9}; true",
                "7900\\d{6}; false",
                "(7900|7901)1234567; true",
                "70000000000, 7900*; true",
                "70000000000,7901*; false",
                "+7 (900) 123-45-67; true",
                "+7900*; true",
                "+7 901*; false"
            })
    void patternsAreExactWildcardsOrRegularExpressionsAgainstTheDigits(String allowed, boolean admitted) {
        assertThat(StagingGuard.of(allowed, null).admits("79001234567")).isEqualTo(admitted);
    }

    @Test
    void whatIsRedirectedHasToBeAllowedWhereItGoes() {
        StagingGuard guard = StagingGuard.of("70000000100", "70000000100");

        assertThat(guard.admits("79001234567")).isTrue();
        assertThat(StagingGuard.of("79001234567", "70000000100").admits("79001234567"))
                .isFalse();
        assertThat(StagingGuard.of("", "70000000100").admits("70000000100")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7000*,79(00|", "7000*,[79001234567"})
    void aPatternThatIsNoneIsNamedByItsPlaceAndNotShown(String allowed) {
        assertThatThrownBy(() -> StagingGuard.of(allowed, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("allowedPhones: pattern 2 is no regular expression")
                .hasMessageNotContaining("79");
    }
}
