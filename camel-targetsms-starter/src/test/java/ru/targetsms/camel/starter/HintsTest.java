package ru.targetsms.camel.starter;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.targetsms.camel.starter.Metadata.HINTS;
import static ru.targetsms.camel.starter.Metadata.OPTIONS;
import static ru.targetsms.camel.starter.Metadata.PROPERTIES;
import static ru.targetsms.camel.starter.Metadata.property;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.camel.util.StringHelper;
import org.apache.camel.util.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an IDE offers as values. A closed set, a duration or a bean added to the component without any fails here. */
class HintsTest {

    static Stream<String> closedSets() {
        return Metadata.options().filter(option -> OPTIONS.get(option).containsKey("enum"));
    }

    static Stream<String> durations() {
        return Metadata.options()
                .filter(option -> "duration".equals(OPTIONS.get(option).getString("type")));
    }

    static Stream<String> beans() {
        return Metadata.options()
                .filter(option -> "object".equals(OPTIONS.get(option).getString("type")))
                .filter(option -> !"http".equals(option));
    }

    static Stream<String> openSets() {
        return HINTS.keySet().stream()
                .filter(name -> !Metadata.offered(name).isEmpty())
                .filter(name -> closedSets().map(StringHelper::camelCaseToDash).noneMatch(name::equals));
    }

    static Stream<Arguments> offers() {
        return HINTS.keySet().stream()
                .filter(name -> !name.endsWith(".keys"))
                .flatMap(name -> Metadata.offered(name).stream().map(value -> Arguments.of(name, value)));
    }

    @ParameterizedTest
    @MethodSource("closedSets")
    void allValuesOfAClosedSetAreOfferedAndNoOther(String option) throws Exception {
        List<String> values = OPTIONS.get(option).getCollection("enum");
        String type = property(option).getString("type");

        if (type.startsWith("ru.targetsms.camel.model.")) {
            assertThat(constants(type)).containsExactlyInAnyOrderElementsOf(values);
        } else {
            String name = StringHelper.camelCaseToDash(option);
            assertThat(Metadata.offered(name)).isEqualTo(values);
            assertThat(Metadata.providers(name)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("durations")
    void aDurationShowsHowItIsWritten(String option) {
        assertThat(Metadata.offered(StringHelper.camelCaseToDash(option)))
                .isNotEmpty()
                .anySatisfy(value -> assertThat(String.valueOf(value)).matches("\\d+(ms|s|m|h|d)"));
    }

    @ParameterizedTest
    @MethodSource("beans")
    void aBeanIsOfferedByItsType(String option) {
        assertThat(Metadata.providers(StringHelper.camelCaseToDash(option)))
                .singleElement()
                .satisfies(provider -> {
                    assertThat(provider.getString("name")).isEqualTo("spring-bean-reference");
                    assertThat(provider.<JsonObject>getMap("parameters").get("target"))
                            .hasToString(OPTIONS.get(option).getString("javaType"));
                });
    }

    /** Else an IDE marks every other value as wrong. */
    @ParameterizedTest
    @MethodSource("openSets")
    void examplesLeaveTheSetOpen(String name) {
        assertThat(Metadata.providers(name))
                .extracting(provider -> provider.getString("name"))
                .containsExactly("any");
    }

    @ParameterizedTest
    @MethodSource("offers")
    void whatIsOfferedIsAccepted(String name, Object value) {
        Starter.component(Starter.with(name + "=" + value), component -> assertThat(component.isAutowiredEnabled())
                .isTrue());
    }

    @Test
    void everyHintBelongsToAProperty() {
        assertThat(HINTS.keySet())
                .allSatisfy(name -> assertThat(PROPERTIES).containsKey(name.replaceFirst("\\.keys$", "")));
    }

    /** As Spring Boot writes them. */
    private static List<String> constants(String type) throws ClassNotFoundException {
        return Arrays.stream(Class.forName(type).getEnumConstants())
                .map(constant -> constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }
}
