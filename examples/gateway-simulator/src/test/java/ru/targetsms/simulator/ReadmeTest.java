package ru.targetsms.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import ru.targetsms.simulator.boot.SimulatorProperties;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.fault.FaultAction;
import ru.targetsms.simulator.fault.Selector;
import ru.targetsms.simulator.fault.WrongEncoding;
import ru.targetsms.simulator.fault.XmlAttack;
import ru.targetsms.simulator.gateway.ActiveFault;
import ru.targetsms.simulator.model.ReservedPhone;

class ReadmeTest {

    private final String readme = read();

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
    void the_example_of_a_fault_does_what_it_says() {
        try (GatewaySimulator gateway = GatewaySimulator.start()) {
            ActiveFault fault =
                    gateway.faults().add(Fault.dropAfterAccept().phone("7900*").first(1));
            String document = Client.request(Client.sms("79001234567", "Заказ готов", 1));

            assertThat(RawClient.post(gateway.port(), "/xml/message.php", document))
                    .isEmpty();
            assertThat(RawClient.post(gateway.port(), "/xml/message.php", document))
                    .contains("Данное сообщение уже было отправлено.");

            assertThat(fault.fired()).isOne();
            assertThat(gateway.ledger().totals().accepted()).isOne();
        }
    }

    @Test
    void the_example_for_tests_does_what_it_says() {
        try (GatewaySimulator gateway = GatewaySimulator.start()) {
            new Client(gateway.baseUrl()).send(Client.sms("79001234567", "Ваш заказ готов"));

            gateway.awaitMessages(1, Duration.ofSeconds(5));
            assertThat(gateway.latest().orElseThrow().textSms()).isEqualTo("Ваш заказ готов");
            assertThat(gateway.ledger().totals().doubledRecipients()).isZero();
        }
    }

    /** Returns the row of a table that is about a word. */
    private String row(String word) {
        return readme.lines()
                .filter(line -> line.matches("\\| (`\\w+`, )*`" + word + "`.*"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No row is about " + word));
    }

    private static String read() {
        try {
            return Files.readString(Path.of("README.md"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
