package ru.targetsms.camel.starter;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.builder.RouteBuilder;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Starts, good ones and failing ones: no secret and no phone is in a log line or an exception. */
@ExtendWith(OutputCaptureExtension.class)
class SecretsTest {

    private static final String SECRET = "hush-4f1c";
    private static final String PHONE = "70000001234";

    private final LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());

    @AfterEach
    void logAsBefore() {
        logging.setLogLevel("org.apache.camel", null);
        logging.setLogLevel("org.springframework.boot", null);
        logging.setLogLevel("ru.targetsms", null);
    }

    @Test
    void aStartShowsNoSecretAndNoPhone(CapturedOutput output) {
        logEverything();

        application("token=" + SECRET, "http.proxy-auth-password=" + SECRET).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(output)
                    .contains("targetsms://send")
                    .contains("TRACE")
                    .doesNotContain(SECRET)
                    .doesNotContain(PHONE);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "username=demo, token and username exclude each other",
        "base-url=https://demo:" + SECRET + "@gateway.example, baseUrl takes no user and no query",
        "base-url=http://demo:" + SECRET + "@gateway.example, baseUrl http://gateway.example would send",
        "base-url=https://gateway.example/" + SECRET + "|, baseUrl is no address"
    })
    void aStartThatFailsShowsNoSecretAndNoPhone(String property, String complaint, CapturedOutput output) {
        logEverything();

        application("token=" + SECRET, property).run(context -> {
            String failure = Throwables.getStackTrace(context.getStartupFailure());

            assertThat(failure).contains(complaint).doesNotContain(SECRET).doesNotContain(PHONE);
            assertThat(output).doesNotContain(SECRET).doesNotContain(PHONE);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "http.proxy-auth-pasword=" + SECRET + ", camel-http does not know the option http.proxyAuthPasword",
        "http.http-client.nobody=1, camel-http does not know the option http.httpClient.nobody",
        "http.connections-per-route=many, camel-http refuses http.connectionsPerRoute:"
    })
    void aRefusedOptionOfCamelHttpShowsNoSecret(String property, String complaint, CapturedOutput output) {
        logEverything();

        application("token=" + SECRET, "http.proxy-auth-password=" + SECRET, property)
                .run(context -> {
                    assertThat(Throwables.getStackTrace(context.getStartupFailure()))
                            .contains(complaint)
                            .doesNotContain(SECRET);
                    assertThat(output).doesNotContain(SECRET);
                });
    }

    private void logEverything() {
        logging.setLogLevel("org.apache.camel", LogLevel.TRACE);
        logging.setLogLevel("org.springframework.boot", LogLevel.TRACE);
        logging.setLogLevel("ru.targetsms", LogLevel.TRACE);
    }

    private static ApplicationContextRunner application(String... properties) {
        return Starter.with(properties)
                .withPropertyValues(
                        "camel.component.targetsms.phone=" + PHONE,
                        "camel.component.targetsms.redirect-phone=" + PHONE,
                        "camel.component.targetsms.http.proxy-host=localhost",
                        "camel.component.targetsms.http.proxy-port=1",
                        "camel.component.targetsms.http.proxy-auth-method=Basic",
                        "camel.component.targetsms.http.proxy-auth-username=demo")
                .withBean(RouteBuilder.class, () -> new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:main").to("targetsms:send");
                    }
                });
    }
}
