package ru.targetsms.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.targetsms.simulator.assertion.SimulatorAssertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.targetsms.simulator.assertion.ReceivedAssert;
import ru.targetsms.simulator.assertion.SimulatorAssert;
import ru.targetsms.simulator.boot.SimulatorProperties;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.fault.FaultAction;
import ru.targetsms.simulator.fault.Selector;
import ru.targetsms.simulator.fault.WrongEncoding;
import ru.targetsms.simulator.fault.XmlAttack;
import ru.targetsms.simulator.gateway.ActiveFault;
import ru.targetsms.simulator.model.ReservedPhone;
import ru.targetsms.simulator.model.Verdict;

class ReadmeTest {

    private final String readme = read(Path.of("README.md"));

    @RegisterExtension
    static final GatewaySimulator gateway = GatewaySimulator.start();

    @Test
    void theCustomerIsToldOnce() {
        new Client(gateway.baseUrl()).send(Client.sms("79001234567", "Ваш заказ готов"));

        assertThat(gateway)
                .received("79001234567")
                .once()
                .withText("Ваш заказ готов")
                .bySms();
        assertThat(gateway).hasNoDuplicates();
    }

    @Test
    void every_reserved_phone_is_in_its_table() throws IllegalAccessException {
        for (Field phone : ReservedPhone.class.getFields()) {
            assertThat(readme).contains("| `" + phone.get(null) + "` | `" + phone.getName() + "` |");
        }
    }

    @Test
    void every_option_is_in_its_table() {
        for (RecordComponent option : SimulatorProperties.class.getRecordComponents()) {
            String name = option.getName().replaceAll("([A-Z])", "-$1").toLowerCase();
            assertThat(readme).contains("| `" + name + "` |");
        }
    }

    @Test
    void every_fault_with_all_it_takes_is_in_its_table() {
        for (FaultAction action : FaultAction.values()) {
            assertThat(action.settings())
                    .allSatisfy(setting -> assertThat(row(action.word())).contains("`" + setting.name() + "`"));
        }
        for (RecordComponent selector : Selector.class.getRecordComponents()) {
            assertThat(row(selector.getName().replaceAll("([A-Z])", "_$1").toLowerCase()))
                    .isNotEmpty();
        }
        for (XmlAttack attack : XmlAttack.values()) {
            assertThat(row("xml_attack")).contains("`" + attack.name().toLowerCase() + "`");
        }
        for (WrongEncoding encoding : WrongEncoding.values()) {
            assertThat(row("encoding")).contains("`" + encoding.name().toLowerCase() + "`");
        }
    }

    @Test
    void every_verdict_is_in_its_table() {
        for (Verdict verdict : Verdict.values()) {
            assertThat(row(verdict.name().toLowerCase())).isNotEmpty();
        }
    }

    @Test
    void the_example_of_a_fault_does_what_it_says() {
        ActiveFault fault =
                gateway.faults().add(Fault.dropAfterAccept().phone("7900*").first(1));
        String document = Client.request(Client.sms("79001234567", "Заказ готов", 1));

        assertThat(RawClient.post(gateway.port(), "/xml/message.php", document)).isEmpty();
        assertThat(RawClient.post(gateway.port(), "/xml/message.php", document))
                .contains("Данное сообщение уже было отправлено.");

        assertThat(fault.fired()).isOne();
        assertThat(gateway.ledger().totals().accepted()).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "@RegisterExtension, src/test/java/ru/targetsms/simulator/ReadmeTest.java",
        "@SpringBootTest, ../files-to-sms/src/test/java/ru/targetsms/files/ShopTest.java"
    })
    void the_examples_for_tests_are_tests(String beginning, Path test) {
        String code = withoutSpaces(read(test));

        assertThat(block(beginning).split("//.*"))
                .allSatisfy(part -> assertThat(code).contains(withoutSpaces(part)));
    }

    @Test
    void every_assertion_is_in_its_table() {
        assertThat(Stream.of(SimulatorAssert.class, ReceivedAssert.class)
                        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isBridge())
                        .map(Method::getName))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(readme).containsPattern("`" + name + "(\\(|`)"));
    }

    /** Returns the block of Java that begins so. */
    private String block(String beginning) {
        int start = readme.indexOf("```java\n" + beginning);
        assertThat(start).isNotNegative();
        return readme.substring(start + "```java".length(), readme.indexOf("```", start + 1));
    }

    private static String withoutSpaces(String text) {
        return text.replaceAll("\\s", "");
    }

    /** Returns the row of a table that is about a word. */
    private String row(String word) {
        return readme.lines()
                .filter(line -> line.matches("\\| (`\\w+`, )*`" + word + "`.*"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No row is about " + word));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
