package ru.targetsms.camel.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a route reads by {@code ${exception.results}}: Camel's bean language finds {@code results()} and {@code
 * getResults()} ambiguous, or not, by the order in which the JVM happens to list them. So there is one of a kind only.
 */
class SimpleAccessTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                TargetSmsException.class,
                DocumentRejectedException.class,
                InvalidMessageException.class,
                SendResult.class,
                DeliveryStatus.class
            })
    void noValueHasTwoAccessorsOfOneName(Class<?> type) {
        Set<String> names =
                Arrays.stream(type.getMethods()).map(Method::getName).collect(Collectors.toSet());

        assertThat(names)
                .noneMatch(name -> name.startsWith("get")
                        && name.length() > 3
                        && names.contains(name.substring(3, 4).toLowerCase() + name.substring(4)));
    }
}
