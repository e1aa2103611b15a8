package ru.targetsms.camel.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.builder.endpoint.AbstractEndpointBuilder;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import ru.targetsms.camel.dsl.TargetSmsEndpointBuilderFactory.AdvancedTargetSmsEndpointBuilder;
import ru.targetsms.camel.dsl.TargetSmsEndpointBuilderFactory.AdvancedTargetSmsEndpointConsumerBuilder;
import ru.targetsms.camel.dsl.TargetSmsEndpointBuilderFactory.AdvancedTargetSmsEndpointProducerBuilder;
import ru.targetsms.camel.dsl.TargetSmsEndpointBuilderFactory.TargetSmsBuilders;
import ru.targetsms.camel.dsl.TargetSmsEndpointBuilderFactory.TargetSmsEndpointBuilder;
import ru.targetsms.camel.dsl.TargetSmsEndpointBuilderFactory.TargetSmsEndpointConsumerBuilder;
import ru.targetsms.camel.dsl.TargetSmsEndpointBuilderFactory.TargetSmsEndpointProducerBuilder;
import ru.targetsms.camel.dsl.TargetSmsEndpointBuilderFactory.TargetSmsHeaderNameBuilder;

/** Holds the generated builders against the component's JSON: the DSL has every option and every header, and no other. */
class BuildersTest {

    private static final JsonObject JSON = json();

    /** The builders that offer the options of one side; an option without a side is offered by each of them. */
    private enum Side {
        CONSUMER(TargetSmsEndpointConsumerBuilder.class, AdvancedTargetSmsEndpointConsumerBuilder.class),
        PRODUCER(TargetSmsEndpointProducerBuilder.class, AdvancedTargetSmsEndpointProducerBuilder.class),
        NEITHER(TargetSmsEndpointBuilder.class, AdvancedTargetSmsEndpointBuilder.class);

        private final Class<?> basic;
        private final Class<?> advanced;

        Side(Class<?> basic, Class<?> advanced) {
            this.basic = basic;
            this.advanced = advanced;
        }

        Class<?> builder(Option option) {
            return option.has("advanced") ? advanced : basic;
        }

        boolean offers(Option option) {
            return option.side() == NEITHER || option.side() == this;
        }
    }

    private record Option(String name, String label, String javaType, String prefix) {

        static Option of(Map.Entry<String, Object> property) {
            JsonObject value = (JsonObject) property.getValue();
            return new Option(
                    property.getKey(),
                    value.getStringOrDefault("label", ""),
                    value.getString("javaType"),
                    value.getString("prefix"));
        }

        boolean has(String word) {
            return label.contains(word);
        }

        Side side() {
            return has("consumer") ? Side.CONSUMER : has("producer") ? Side.PRODUCER : Side.NEITHER;
        }

        /** The option's type as a method names it: without the parameters of a generic one. */
        String type() {
            return javaType.replaceFirst("<.*", "");
        }
    }

    static Stream<Arguments> offers() {
        return Stream.of(Side.values())
                .flatMap(side -> options().stream().filter(side::offers).map(option -> arguments(side, option)));
    }

    @ParameterizedTest
    @MethodSource("offers")
    void everyOptionIsOfferedAsItselfAndAsText(Side side, Option option) throws Exception {
        Class<?> builder = side.builder(option);

        assertThat(methods(builder))
                .filteredOn(method -> method.getName().equals(option.name()))
                .anySatisfy(method -> assertThat(types(method)).containsExactly(option.type()))
                .allSatisfy(method -> assertThat(method.getReturnType()).isEqualTo(builder));
        assertThat(uriWithTextIn(builder, option))
                .isEqualTo(
                        option.prefix() == null
                                ? "targetsms://send?" + option.name() + "=text"
                                : "targetsms://send?" + option.prefix() + "key=text");
    }

    @Test
    void noBuilderOffersAnythingElse() {
        for (Side side : Side.values()) {
            Set<String> expected =
                    options().stream().filter(side::offers).map(Option::name).collect(Collectors.toSet());
            Set<String> offered = new TreeSet<>(names(side.basic));
            offered.addAll(names(side.advanced));

            assertThat(offered).as("%s", side).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void theOperationIsThePath() {
        List<String> paths = properties().entrySet().stream()
                .filter(property -> kind(property).equals("path"))
                .map(Map.Entry::getKey)
                .toList();
        Collection<String> operations = ((JsonObject) properties().get("operation")).getCollection("enum");

        assertThat(paths).containsExactly("operation");
        assertThat(operations).isNotEmpty().allSatisfy(operation -> {
            assertThat(StaticEndpointBuilders.targetsms(operation).getRawUri()).isEqualTo("targetsms://" + operation);
            assertThat(StaticEndpointBuilders.targetsms("other", operation).getRawUri())
                    .isEqualTo("other://" + operation);
        });
    }

    @Test
    void everyHeaderHasAMethodOfItsNameAndThereIsNoOther() throws Exception {
        TargetSmsHeaderNameBuilder names = new TargetSmsBuilders() {}.targetsms();
        Set<String> headers = ((JsonObject) JSON.get("headers")).keySet();

        Set<String> named = new TreeSet<>();
        for (Method method : methods(TargetSmsHeaderNameBuilder.class)) {
            String name = (String) method.invoke(names);
            assertThat(name).isEqualToIgnoringCase("Camel" + method.getName());
            named.add(name);
        }

        assertThat(named).isNotEmpty().containsExactlyInAnyOrderElementsOf(headers);
    }

    private static String uriWithTextIn(Class<?> builder, Option option) throws Exception {
        Object target = StaticEndpointBuilders.targetsms("send");
        if (option.prefix() == null) {
            builder.getMethod(option.name(), String.class).invoke(target, "text");
        } else {
            builder.getMethod(option.name(), String.class, Object.class).invoke(target, "key", "text");
        }
        return ((AbstractEndpointBuilder) target).getRawUri();
    }

    private static List<Option> options() {
        return properties().entrySet().stream()
                .filter(property -> kind(property).equals("parameter"))
                .map(Option::of)
                .toList();
    }

    private static String kind(Map.Entry<String, Object> property) {
        return ((JsonObject) property.getValue()).getString("kind");
    }

    private static JsonObject properties() {
        return (JsonObject) JSON.get("properties");
    }

    private static Set<String> names(Class<?> builder) {
        return methods(builder).stream()
                .map(Method::getName)
                .filter(name -> !Set.of("basic", "advanced").contains(name))
                .collect(Collectors.toSet());
    }

    private static List<Method> methods(Class<?> builder) {
        List<Method> methods = new ArrayList<>(List.of(builder.getDeclaredMethods()));
        methods.removeIf(Method::isSynthetic);
        return methods;
    }

    private static List<String> types(Method method) {
        return Stream.of(method.getParameterTypes())
                .map(Class::getCanonicalName)
                .toList();
    }

    private static JsonObject json() {
        try (Reader reader = new InputStreamReader(
                BuildersTest.class.getResourceAsStream("/META-INF/ru/targetsms/camel/targetsms.json"),
                StandardCharsets.UTF_8)) {
            return (JsonObject) Jsoner.deserialize(reader);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
