package ru.targetsms.camel;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import ru.targetsms.camel.model.NotSentException;

/** No secret of {@code http.*} is in a log line of Camel, however much it logs; and each has its effect nevertheless. */
class HttpSecretsTest extends CamelTest {

    private static final String SECRET = "hush-4f1c";
    private static final Map<String, Object> PHONE = Map.of("CamelTargetSmsPhone", "79001234567");

    private final Logger camel = (Logger) LoggerFactory.getLogger("org.apache.camel");

    @BeforeEach
    void logEverything() {
        camel.setLevel(Level.TRACE);
    }

    @AfterEach
    void logAsBefore() {
        camel.setLevel(null);
    }

    @Test
    void whatCamelHttpCallsASecretIsNotPrinted() throws Exception {
        Map<String, Object> http =
                new HashMap<>(Map.of("oauth2TokenEndpoint", "http://localhost:1", "authMethod", "Basic"));
        secrets().forEach(name -> http.put(name, SECRET + "-" + name));
        component().getConfiguration().setHttp(http);

        try (LogCapture log = new LogCapture()) {
            context.getEndpoint("targetsms:send").createProducer().start();

            assertThat(log.lines("DEBUG"))
                    .anyMatch(line -> line.contains(HttpComponent.class.getName() + " Creating endpoint uri"));
            assertThat(log.lines("TRACE"))
                    .anyMatch(line -> line.contains(" Creating endpoint uri=[" + simulator.baseUrl()));
            assertThat(log.lines()).noneMatch(line -> line.contains(SECRET));
        }
    }

    @Test
    void aProxyGetsTheLoginThatNoLogShows() throws Exception {
        try (ForwardProxy proxy = new ForwardProxy(true);
                LogCapture log = new LogCapture()) {
            component()
                    .getConfiguration()
                    .setHttp(Map.of(
                            "proxyHost", "127.0.0.1",
                            "proxyPort", proxy.port(),
                            "proxyAuthScheme", "http",
                            "proxyAuthUsername", "demo",
                            "proxyAuthPassword", "RAW(" + SECRET + ")"));

            Exchange exchange = send("targetsms:send?baseUrl=https://localhost:" + simulator.port(), "x", PHONE);

            // The tunnel stands; the simulator at its end speaks no TLS.
            assertThat(exchange.getException())
                    .isInstanceOf(NotSentException.class)
                    .hasMessageNotContaining("407");
            assertThat(proxy.heads())
                    .last()
                    .asString()
                    .contains("Proxy-Authorization: Basic " + base64("demo:" + SECRET));
            assertThat(log.lines()).isNotEmpty().noneMatch(line -> line.contains(SECRET));
        }
    }

    private static List<String> secrets() throws Exception {
        try (InputStream in =
                HttpComponent.class.getResourceAsStream("/META-INF/org/apache/camel/component/http/http.json")) {
            JsonObject json = (JsonObject) Jsoner.deserialize(new InputStreamReader(in, StandardCharsets.UTF_8));
            Map<String, Object> options = json.getMap("properties");
            List<String> secrets = new ArrayList<>();
            options.forEach((name, option) -> {
                if (Boolean.TRUE.equals(((JsonObject) option).get("secret"))) {
                    secrets.add(name);
                }
            });
            assertThat(secrets).contains("proxyAuthPassword", "authPassword", "oauth2ClientSecret");
            return secrets;
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
