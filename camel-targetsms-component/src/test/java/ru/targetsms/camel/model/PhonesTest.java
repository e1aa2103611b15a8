package ru.targetsms.camel.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Phone numbers (R19). */
class PhonesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+7 (900) 123-45-67",
                "7-900-123-45-67",
                " 79001234567\n",
                "7[900]1234567",
                "7\u00a0900\u20091234567"
            })
    void r19_decoration_is_stripped(String phone) {
        assertThat(Phones.digits(phone)).isEqualTo("79001234567");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567", "79001234567", "380442589632", "123456789012345"})
    void r19_a_phone_has_7_to_15_digits(String digits) {
        assertThat(Phones.isValid(digits)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "123456",
                "1234567890123456",
                "7900123456a",
                "8.900.1234567",
                "٧٩٠٠١٢٣٤٥٦٧",
                "79001234567\"/><abonent phone=\"79000000000"
            })
    void r19_anything_else_is_no_phone(String phone) {
        assertThat(Phones.isValid(Phones.digits(phone))).isFalse();
    }

    @Test
    void r19_several_phones_come_as_text_numbers_arrays_and_collections() {
        assertThat(Phones.split("79000000001, +7 900 000-00-02,, ,"))
                .containsExactly("79000000001", "+7 900 000-00-02");
        assertThat(Phones.split(79000000001L)).containsExactly("79000000001");
        assertThat(Phones.split(7.9000000001E10)).containsExactly("79000000001");
        assertThat(Phones.split(List.of("79000000001,79000000002", 79000000003L)))
                .containsExactly("79000000001", "79000000002", "79000000003");
        assertThat(Phones.split(new Object[] {"79000000001", new String[] {"79000000002"}}))
                .containsExactly("79000000001", "79000000002");
        assertThat(Phones.split(Arrays.asList("79000000001", null, " "))).containsExactly("79000000001");
    }

    @Test
    void r19_null_and_blank_name_nobody() {
        assertThat(Phones.split(null)).isEmpty();
        assertThat(Phones.split(" ")).isEmpty();
        assertThat(Phones.split(List.of())).isEmpty();
    }

    @Test
    void r19_something_that_is_no_phone_is_kept_so_that_it_is_refused() {
        assertThat(Phones.split(List.of(new Object()))).singleElement().satisfies(phone -> assertThat(
                        Phones.isValid(Phones.digits(phone)))
                .isFalse());
    }

    @ParameterizedTest
    @CsvSource({
        "79001234567, 7900***4567",
        "380442589632, 3804***9632",
        "+7 (900) 123-45-67, 7900***4567",
        "1234567890, ***90",
        "1234567, ***67",
        "123456, ***",
        "'', ***"
    })
    void a_masked_phone_keeps_its_ends_only(String phone, String masked) {
        assertThat(Phones.mask(phone)).isEqualTo(masked);
    }

    @Test
    void no_phone_has_a_mask_of_its_own() {
        assertThat(Phones.mask(null)).isEqualTo("none");
    }

    @Property
    void a_mask_hides_at_least_three_digits_however_the_phone_is_written(@ForAll("writtenPhones") String phone) {
        long digits = phone.chars().filter(Character::isDigit).count();

        long shown = Phones.mask(phone).chars().filter(Character::isDigit).count();

        assertThat(shown).isLessThanOrEqualTo(digits - 3);
    }

    @Property
    void a_mask_is_fit_for_a_log_whatever_is_called_a_phone(@ForAll String phone) {
        assertThat(Phones.mask(phone)).matches("[0-9?]{0,4}\\*\\*\\*[0-9?]{0,4}");
    }

    @Provide
    Arbitrary<String> writtenPhones() {
        Arbitrary<String> digit = Arbitraries.chars().numeric().map(String::valueOf);
        Arbitrary<String> decoration = Arbitraries.of("", "", "", " ", "-", "(", ")", "+", "\t");
        return decoration
                .flatMap(before -> digit.flatMap(one -> decoration.map(after -> before + one + after)))
                .list()
                .ofMinSize(7)
                .ofMaxSize(15)
                .map(parts -> String.join("", parts));
    }
}
