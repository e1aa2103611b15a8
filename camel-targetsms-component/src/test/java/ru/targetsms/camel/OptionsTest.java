package ru.targetsms.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.targetsms.camel.model.NotSentException;

class OptionsTest extends CamelTest {

    private static final Map<String, Object> PHONE = Map.of("CamelTargetSmsPhone", "79001234567");

    @Test
    void anUnknownOperationNamesWhatIsAllowed() {
        assertThatThrownBy(() -> context.getEndpoint("targetsms:fly"))
                .rootCause()
                .hasMessageContaining("'fly'")
                .hasMessageContaining("targetsms:send and targetsms:status");
    }

    @Test
    void nobodyCanConsumeFromSend() {
        assertThatThrownBy(() -> context.getEndpoint("targetsms:send").createConsumer(exchange -> {}))
                .hasMessageContaining("targetsms:send")
                .hasMessageContaining("to(");
    }

    @Test
    void aMisspeltOptionFailsAtStart() {
        assertThatThrownBy(() -> context.getEndpoint("targetsms:send?txtSms=x")).hasMessageContaining("txtSms");
    }

    @Test
    void theInnermostLevelThatNamesCredentialsDecides() {
        configure("other", "wrong", null);

        Exchange own = send("targetsms:send?username=demo&password=demo", "x", PHONE);
        Exchange component = send("targetsms:send", "x", PHONE);

        assertThat(own.getException()).isNull();
        assertThat(component.getException()).hasMessageContaining("Неправильный логин или пароль");
    }

    @Test
    void blankCredentialsOnTheEndpointNameNone() {
        Exchange sent = send("targetsms:send?username=RAW()&password=RAW()&token=", "x", PHONE);

        assertThat(sent.getException()).isNull();
    }

    /** R32 */
    @Test
    void aTokenOnTheEndpointReplacesThePairOfTheComponentAndLeavesSecurityOut() {
        BrokenGateway gateway = new BrokenGateway(BrokenGateway.xml("<response/>"));
        send("targetsms:status?token=secret&baseUrl=" + gateway.baseUrl(), "1");

        assertThat(gateway.requests()).hasSize(1);
        assertThat(gateway.requests().get(0).head()).contains("Authorization: Bearer secret\r\n");
        assertThat(gateway.requests().get(0).body()).doesNotContain("<security>");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-,-,-", "demo,-,-", "-,demo,-", "demo,demo,token", "demo,-,token"})
    void credentialsThatAreMissingOrExcludeEachOtherFailAtStart(String username, String password, String token) {
        configure(username, password, token);

        assertThatThrownBy(() -> start("targetsms:send"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(".*(credentials are missing|exclude each other).*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "baseUrl=http://sms.example.org",
                "baseUrl=http://127.0.0.1.example.org",
                "baseUrl=ftp://localhost",
                "baseUrl=localhost:8025",
                "zone=Mars/Olympus",
                "batchSize=0",
                "maxConcurrentRequests=0",
                "requestTimeout=0",
                "maxResponseSize=0",
                "http.followRedirects=true",
                "http.cookieStore=#x",
                "http.httpMethod=GET",
                "http.bridgeEndpoint=true",
                "http.proxyHots=localhost",
                "http.httpClient.nonsense=1",
                "http.httpConnection.nonsense=1"
            })
    void anOptionThatIsWrongFailsAtStartAndIsNamed(String option) {
        String name = option.substring(0, option.indexOf('='));

        assertThatThrownBy(() -> start("targetsms:send?" + option)).hasStackTraceContaining(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connectionsPerRoute",
                "connectTimeout",
                "headerFilterStrategy",
                "httpClient.connectionRequestTimeout",
                "httpConnection.tcpNoDelay",
                "muteException",
                "oauth2CacheTokens",
                "proxyPort",
                "sslContextParameters",
                "useSystemProperties"
            })
    void ofTheHttpOptionsTheOneThatDoesNotFitIsNamed(String wrong) {
        component().getConfiguration().setHttp(Map.of("proxyHost", "localhost", "proxyAuthUsername", "demo"));

        assertThatThrownBy(() -> start("targetsms:send?http." + wrong + "=hush"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("camel-http refuses http\\." + wrong + ": \\w+Exception")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:8025", "http://127.1.2.3", "http://[::1]:8025", "https://sms.example.org"})
    void plainHttpIsForThisMachineOnly(String baseUrl) throws Exception {
        start("targetsms:send?baseUrl=" + baseUrl).stop();
    }

    @Test
    void plainHttpElsewhereHasToBeAllowed() throws Exception {
        start("targetsms:send?allowPlainHttp=true&baseUrl=http://sms.example.org")
                .stop();
    }

    @Test
    void httpOptionsOfComponentAndEndpointAreMergedWhateverTheirSpelling() {
        PropertyBindingSupport.build()
                .withCamelContext(context)
                .withTarget(component())
                .withConfigurer(component().getComponentPropertyConfigurer())
                .withProperty("http.proxy-host", "component")
                .withProperty("http.httpClient.responseTimeout", "5s")
                .bind();
        component().getConfiguration().getHttp().put("http-client", Map.of("connection-request-timeout", 1000));

        TargetSmsEndpoint endpoint = context.getEndpoint(
                "targetsms:send?http.proxyHost=endpoint&http.proxy-port=1", TargetSmsEndpoint.class);

        assertThat(endpoint.gatewaySettings().http())
                .containsEntry("proxyHost", "endpoint")
                .containsEntry("proxyPort", "1")
                .containsEntry("httpClient.responseTimeout", "5s")
                .containsEntry("httpClient.connectionRequestTimeout", "1000");
        assertThat(component().getConfiguration().getHttp()).containsEntry("proxy-host", "component");
    }

    @Test
    void anHttpTimeoutMayBeANumber() {
        component().getConfiguration().setHttp(Map.of("httpClient", Map.of("responseTimeout", 5000)));

        assertThat(send("targetsms:send", "x", PHONE).getException()).isNull();
    }

    @Test
    void durationsTakeCamelsForms() {
        for (String form : List.of("1m30s", "90s", "90000")) {
            TargetSmsEndpoint endpoint =
                    context.getEndpoint("targetsms:send?requestTimeout=" + form, TargetSmsEndpoint.class);

            assertThat(endpoint.getConfiguration().getRequestTimeout()).isEqualTo(90_000);
        }
    }

    @Test
    void tunnelsThroughAForwardProxyThatAsksForALogin() throws Exception {
        try (ForwardProxy proxy = new ForwardProxy(true);
                TlsGateway gateway = new TlsGateway(simulator.baseUrl())) {
            context.getRegistry().bind("trusting", trusting());
            component()
                    .getConfiguration()
                    .setHttp(Map.of(
                            "proxy-host",
                            "127.0.0.1",
                            "proxyAuthScheme",
                            "http",
                            "proxyAuthUsername",
                            "u",
                            "proxyAuthPassword",
                            "p"));

            Exchange exchange = send(
                    "targetsms:send?phone=79001234567&sslContextParameters=#trusting&http.proxyPort=" + proxy.port()
                            + "&baseUrl=" + gateway.baseUrl(),
                    "x");

            assertThat(exchange.getException()).isNull();
            assertThat(proxy.heads()).hasSize(2).allMatch(head -> head.startsWith("CONNECT localhost:"));
            assertThat(gateway.posts()).isEqualTo(1);
        }
    }

    @Test
    void postsThroughAForwardProxy() throws Exception {
        try (ForwardProxy proxy = new ForwardProxy(false)) {
            component().getConfiguration().setHttp(Map.of("proxy-host", "127.0.0.1", "proxyAuthScheme", "http"));

            Exchange exchange = send("targetsms:send?phone=79001234567&http.proxyPort=" + proxy.port(), "x");

            assertThat(exchange.getException()).isNull();
            assertThat(proxy.heads().get(0)).startsWith("POST " + simulator.baseUrl() + "/xml/message.php ");
            assertThat(simulator.ledger().totals().accepted()).isEqualTo(1);
        }
    }

    @Test
    void aProxyThatRefusesTheTunnelLeavesTheDocumentUnsent() throws Exception {
        try (ForwardProxy proxy = new ForwardProxy(true)) {
            component().getConfiguration().setHttp(Map.of("proxyHost", "127.0.0.1", "proxyAuthScheme", "http"));

            Exchange exchange = send(
                    "targetsms:send?phone=79001234567&baseUrl=https://localhost:1&http.proxyPort=" + proxy.port(), "x");

            assertThat(exchange.getException())
                    .isInstanceOf(NotSentException.class)
                    .hasMessageContaining("a proxy answered HTTP 407");
        }
    }

    @Test
    void tlsTrustsNobodyUnlessToldTo() throws Exception {
        try (TlsGateway gateway = new TlsGateway(simulator.baseUrl())) {
            String uri = "targetsms:send?phone=79001234567&baseUrl=" + gateway.baseUrl();
            context.getRegistry().bind("trusting", trusting());

            Exchange strict = send(uri, "x");
            Exchange trusting = send(uri + "&sslContextParameters=#trusting", "x");
            Exchange otherName = send(uri.replace("localhost", "127.0.0.1") + "&sslContextParameters=#trusting", "x");

            assertThat(strict.getException())
                    .isInstanceOf(NotSentException.class)
                    .hasMessageContaining("certificate");
            assertThat(otherName.getException())
                    .isInstanceOf(NotSentException.class)
                    .hasMessageContaining("TLS");
            assertThat(trusting.getException()).isNull();
            assertThat(gateway.posts()).isEqualTo(1);
        }
    }

    @Test
    void theGlobalSslContextParametersAreUsedWhenAsked() throws Exception {
        try (TlsGateway gateway = new TlsGateway(simulator.baseUrl())) {
            context.setSSLContextParameters(trusting());
            component().setUseGlobalSslContextParameters(true);

            assertThat(send("targetsms:send?phone=79001234567&baseUrl=" + gateway.baseUrl(), "x")
                            .getException())
                    .isNull();
        }
    }

    @Test
    void endpointsOfOneAccountShareOneClientHoweverManyNumbersTheyName() throws Exception {
        for (int i = 0; i < 300; i++) {
            send("targetsms:send?phone=" + (79001000000L + i), "x");

            assertThat(component().gateways().size()).isEqualTo(1);
        }
        send("targetsms:send?phone=79001000000&requestTimeout=1s", "x");

        assertThat(component().gateways().size()).isEqualTo(2);
        assertThat(simulator.ledger().totals().accepted()).isEqualTo(301);
    }

    @Test
    void aSecondAccountIsASecondComponent() {
        context.addComponent("targetsmsShop", new TargetSmsComponent(context));
        TargetSmsConfiguration shop =
                context.getComponent("targetsmsShop", TargetSmsComponent.class).getConfiguration();
        configure(shop);
        shop.setPassword("wrong");

        assertThat(send("targetsmsShop:send", "x", PHONE).getException()).isNotNull();
        assertThat(send("targetsms:send", "x", PHONE).getException()).isNull();
    }

    @Test
    void noHeaderChoosesHostCredentialsOrAnythingOfHttp() {
        Map<String, Object> hostile = Map.of(
                "CamelTargetSmsPhone", "79001234567",
                "CamelHttpUri", "http://127.0.0.1:1/",
                "CamelHttpMethod", "GET",
                "CamelTargetSmsBaseUrl", "http://127.0.0.1:1/",
                "CamelTargetSmsPassword", "x",
                "JMSCorrelationID", "secret",
                "Host", "evil.example.org");

        assertThat(send("targetsms:send", "x", hostile).getException()).isNull();

        assertThat(simulator.requests().get(0).headers().keySet())
                .map(String::toLowerCase)
                .containsExactlyInAnyOrder("content-type", "content-length", "host", "connection", "user-agent");
        assertThat(simulator.requests().get(0).header("content-type")).hasValue("text/xml; charset=utf-8");
        assertThat(simulator.requests().get(0).header("expect")).isEmpty();
    }

    @Test
    void theServiceThatAnEndpointReachesIsTheGatewayItIsConfiguredFor() {
        TargetSmsEndpoint endpoint = context.getEndpoint("targetsms:send", TargetSmsEndpoint.class);

        assertThat(endpoint.getServiceUrl()).isEqualTo(simulator.baseUrl());
        assertThat(endpoint.getServiceProtocol()).isEqualTo("http");
    }

    @Test
    void nothingPrintedHoldsAPhoneOrASecret() {
        TargetSmsEndpoint endpoint = context.getEndpoint(
                "targetsms:send?phone=79001234567&username=demo&password=geheim&textSms=private",
                TargetSmsEndpoint.class);

        assertThat(endpoint.toString()).isEqualTo("Endpoint[targetsms:send]");
        assertThat(endpoint.gatewaySettings().toString()).doesNotContain("geheim", "demo");
    }

    @Test
    void aBlankOptionOfTheEndpointLeavesTheComponentsValue() {
        component().getConfiguration().setTextSms("from the component");

        Exchange exchange = send("targetsms:send?textSms=&phone=79001234567", null);

        assertThat(exchange.getException()).isNull();
        assertThat(lastRequest()).contains("from the component");
    }

    private void configure(String username, String password, String token) {
        component().getConfiguration().setUsername(username);
        component().getConfiguration().setPassword(password);
        component().getConfiguration().setToken(token);
    }

    private Producer start(String uri) throws Exception {
        Producer producer = context.getEndpoint(uri).createProducer();
        producer.start();
        return producer;
    }

    private static SSLContextParameters trusting() {
        KeyStoreParameters store = new KeyStoreParameters();
        store.setResource("ru/targetsms/camel/self-signed.p12");
        store.setPassword("changeit");
        store.setType("PKCS12");
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setKeyStore(store);
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setTrustManagers(trust);
        return parameters;
    }
}
