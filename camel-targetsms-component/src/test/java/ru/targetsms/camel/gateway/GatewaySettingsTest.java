package ru.targetsms.camel.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewaySettingsTest {

    @ParameterizedTest
    @CsvSource({
        "https://sms.targetsms.ru, https://sms.targetsms.ru/xml/message.php",
        "https://sms.targetsms.ru/, https://sms.targetsms.ru/xml/message.php",
        "https://gate.example/tenant, https://gate.example/tenant/xml/message.php",
        "http://localhost:8025, http://localhost:8025/xml/message.php"
    })
    void r1_the_manuals_paths_follow_the_base_url(String baseUrl, String address) {
        assertThat(with(baseUrl).address("/xml/message.php")).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://sms.targetsms.ru",
                "sms.targetsms.ru",
                "https:///xml",
                "https://demo:s3cr3t@sms.targetsms.ru",
                "https://sms.targetsms.ru?password=s3cr3t"
            })
    void r1_anything_but_a_plain_http_address_is_refused_without_repeating_it(String baseUrl) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(baseUrl))
                .withMessageStartingWith("baseUrl ")
                .withMessageNotContaining("s3cr3t");
    }

    @Test
    void r5_r32_login_and_password_or_a_token_and_never_both() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Wire.settings("https://gate.example", "demo", "s3cr3t", "t0k3n"))
                .withMessage("token and username exclude each other");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Wire.settings("https://gate.example", "demo", null, null))
                .withMessageStartingWith("credentials are missing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Wire.settings("https://gate.example", null, null, null))
                .withMessageStartingWith("credentials are missing");
        assertThat(Wire.settings("https://gate.example", null, null, "t0k3n").token())
                .isEqualTo("t0k3n");
    }

    @Test
    void anAccountIsNamedByHostAndADigestThatTellsNoSecret() {
        String account =
                Wire.settings("https://Gate.example/a", "demo", "s3cr3t", null).account();

        assertThat(account).matches("gate\\.example/[0-9a-f]{16}").doesNotContain("demo");
        assertThat(Wire.settings("https://gate.example:8443/b", "demo", "changed", null)
                        .account())
                .isEqualTo(account);
        assertThat(Wire.settings("https://gate.example", "other", "s3cr3t", null)
                        .account())
                .isNotEqualTo(account);
        assertThat(Wire.settings("https://gate.example", null, null, "demo").account())
                .isNotEqualTo(account);
    }

    @Test
    void f27_the_cap_on_an_answer_grows_with_the_document_unless_it_is_set() {
        assertThat(with("https://gate.example").maxResponseSize(0)).isEqualTo(64 * 1024);
        assertThat(with("https://gate.example").maxResponseSize(100)).isEqualTo(264 * 1024);
        assertThat(limits(Duration.ofSeconds(1), 1, 5000).maxResponseSize(100)).isEqualTo(5000);
    }

    @Test
    void limits_are_positive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limits(Duration.ZERO, 1, null))
                .withMessageContaining("requestTimeout");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limits(Duration.ofSeconds(-1), 1, null))
                .withMessageContaining("requestTimeout");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limits(Duration.ofSeconds(1), 0, null))
                .withMessageContaining("maxConcurrentRequests");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limits(Duration.ofSeconds(1), 1, 0))
                .withMessageContaining("maxResponseSize");
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8025, true",
        "http://LOCALHOST, true",
        "http://127.0.0.1, true",
        "http://127.1.2.3:80, true",
        "http://[::1]:8025, true",
        "http://localhost.example.com, false",
        "http://127.0.0.1.example.com, false",
        "http://10.0.0.1, false",
        "http://sms.targetsms.ru, false",
        "mailto:localhost, false"
    })
    void loopback_is_told_by_name_and_number_without_a_look_up(URI address, boolean loopback) {
        assertThat(GatewaySettings.isLoopback(address)).isEqualTo(loopback);
    }

    @Test
    void settings_show_the_host_only() {
        assertThat(Wire.settings("https://gate.example/tenant", "demo", "s3cr3t", null))
                .hasToString("GatewaySettings[gate.example]");
    }

    private static GatewaySettings with(String baseUrl) {
        return Wire.settings(baseUrl, "demo", "demo", null);
    }

    private static GatewaySettings limits(Duration timeout, int concurrent, Integer size) {
        return new GatewaySettings(
                URI.create("https://gate.example"),
                "demo",
                "demo",
                null,
                Wire.MOSCOW,
                timeout,
                concurrent,
                size,
                Map.of(),
                null,
                null,
                false);
    }
}
