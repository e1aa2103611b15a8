package ru.targetsms.camel.starter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A value that does not fit fails the start and names its property. */
@ExtendWith(OutputCaptureExtension.class)
class BadValuesTest {

    @ParameterizedTest
    @CsvSource({"batch-size, many", "fail-on, sometimes", "allow-plain-http, perhaps", "send-sms, first"})
    void bootNamesThePropertyThatItCannotConvert(String property, String value) {
        Starter.with(property + "=" + value)
                .run(context -> assertThat(context).getFailure().satisfies(failure -> assertThat(
                                Starter.cause(failure, BindException.class))
                        .hasMessageContaining("camel.component.targetsms." + property)));
    }

    @ParameterizedTest
    @CsvSource({
        "request-timeout, soon, 'cannot be ''soon'''",
        "configuration, '#bean:nobody', 'cannot be ''#bean:nobody'''",
        "ssl-context-parameters, nobody, 'cannot be ''#bean:nobody'''",
        "zone, '{{nobody}}', 'holds a {{placeholder}} that Camel cannot resolve'"
    })
    void theStarterNamesThePropertyThatItCannotSet(String property, String value, String complaint) {
        Starter.with(property + "=" + value).run(context -> {
            Throwable failure =
                    catchThrowable(() -> context.getBean(CamelContext.class).getComponent("targetsms"));

            assertThat(Starter.cause(failure, IllegalArgumentException.class))
                    .hasMessage("camel.component.targetsms." + property + " " + complaint);
        });
    }

    @Test
    void anErrorNeverShowsASecret(CapturedOutput output) {
        Starter.with("password=hush-{{4f1c}}").run(context -> {
            Throwable failure =
                    catchThrowable(() -> context.getBean(CamelContext.class).getComponent("targetsms"));

            assertThat(failure).isNotNull();
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                assertThat(cause.toString()).doesNotContain("hush", "4f1c");
            }
            assertThat(output).doesNotContain("hush", "4f1c");
        });
    }
}
