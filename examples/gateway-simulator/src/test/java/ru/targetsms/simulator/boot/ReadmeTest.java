package ru.targetsms.simulator.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
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

    private static String read() {
        try {
            return Files.readString(Path.of("README.md"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
