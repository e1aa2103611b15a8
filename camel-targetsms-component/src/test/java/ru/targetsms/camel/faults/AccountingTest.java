package ru.targetsms.camel.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Accounts for every row of the fault matrix: a test that runs with client ids and without, or a reason why not here. */
class AccountingTest {

    /** Rows of the messages once accepted: client ids make no difference to them. */
    private static final Set<Class<?>> AFTER_ACCEPTANCE =
            Set.of(StateRowsTest.class, OutageRowsTest.class, NodeRowsTest.class, ClockRowsTest.class);

    @ParameterizedTest
    @EnumSource
    void every_row_has_a_test_or_a_reason(Row row) {
        assertThat(tests().anyMatch(row::isProvedBy)).as("a test for %s", row).isEqualTo(row.isHere());
    }

    @Test
    void every_test_is_for_a_row() {
        assertThat(tests()).allSatisfy(test -> assertThat(Row.values()).anyMatch(row -> row.isProvedBy(test)));
    }

    @Test
    void what_runs_with_client_ids_runs_without_them_as_well() {
        assertThat(rows(WithIdsTest.class))
                .isEqualTo(rows(WithoutIdsTest.class))
                .isNotEmpty();
    }

    private static Stream<String> tests() {
        return Stream.concat(rows(WithIdsTest.class).stream(), AFTER_ACCEPTANCE.stream())
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method ->
                        method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class))
                .map(Method::getName);
    }

    private static Set<Class<?>> rows(Class<?> run) {
        return Arrays.stream(run.getDeclaredClasses()).map(Class::getSuperclass).collect(Collectors.toSet());
    }
}
