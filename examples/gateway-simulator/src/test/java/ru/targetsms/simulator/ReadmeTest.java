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
    void the_example_for_tests_does_what_it_says() {
        try (GatewaySimulator gateway = GatewaySimulator.start()) {
            new Client(gateway.baseUrl()).send(Client.sms("79001234567", "Ваш заказ готов"));

            gateway.awaitMessages(1, Duration.ofSeconds(5));
            assertThat(gateway.latest().orElseThrow().textSms()).isEqualTo("Ваш заказ готов");
            assertThat(gateway.ledger().totals().doubledRecipients()).isZero();
        }
    }

    private static String read() {
        try {
            return Files.readString(Path.of("README.md"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
