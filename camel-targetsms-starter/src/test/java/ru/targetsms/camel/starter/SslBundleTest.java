package ru.targetsms.camel.starter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import ru.targetsms.camel.TargetSmsComponent;
import ru.targetsms.camel.model.NotSentException;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.TargetSmsException;

/** TLS by {@code spring.ssl.bundle.*}, with real handshakes; only the bundle knows the gateway's authority. */
@ExtendWith(OutputCaptureExtension.class)
class SslBundleTest {

    private static final String BUNDLE = "ssl.bundle=gateway";

    private static Certificates certificates;
    private static String trust;
    private static String[] identity;

    @BeforeAll
    static void makeCertificates(@TempDir Path folder) throws Exception {
        certificates = new Certificates(folder);
        trust = "spring.ssl.bundle.pem.gateway.truststore.certificate=file:" + certificates.authority();
        identity = new String[] {
            "spring.ssl.bundle.jks.gateway.keystore.location=file:" + certificates.client(),
            "spring.ssl.bundle.jks.gateway.keystore.password=" + Certificates.PASSWORD,
            "spring.ssl.bundle.jks.gateway.truststore.location=file:" + certificates.trustStore(),
            "spring.ssl.bundle.jks.gateway.truststore.password=" + Certificates.PASSWORD
        };
    }

    @Test
    void theGatewayIsTrustedThroughTheBundle() throws Exception {
        try (CannedGateway gateway = new CannedGateway(certificates.gateway(false))) {
            account(gateway, BUNDLE).withPropertyValues(trust).run(context -> assertThat(send(context))
                    .singleElement()
                    .satisfies(result -> assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED)));

            assertThat(gateway.requests()).hasSize(1);
        }
    }

    @Test
    void aBundleThatIsNotNamedIsNotUsed() throws Exception {
        try (CannedGateway gateway = new CannedGateway(certificates.gateway(false))) {
            account(gateway, "ssl.bundle=").withPropertyValues(trust).run(context -> assertThat(
                            catchThrowable(() -> send(context)))
                    .hasCauseInstanceOf(NotSentException.class));

            assertThat(gateway.requests()).isEmpty();
        }
    }

    @Test
    void theClientCertificateOfTheBundleIsShown() throws Exception {
        try (CannedGateway gateway = new CannedGateway(certificates.gateway(true))) {
            account(gateway, BUNDLE).withPropertyValues(identity).run(context -> assertThat(send(context))
                    .hasSize(1));

            assertThat(gateway.requests()).singleElement().satisfies(request -> assertThat(
                            request.tls().getPeerPrincipal().getName())
                    .isEqualTo("CN=shop"));
        }
    }

    @Test
    void aGatewayThatWantsAClientCertificateRefusesABundleWithoutOne() throws Exception {
        try (CannedGateway gateway = new CannedGateway(certificates.gateway(true))) {
            account(gateway, BUNDLE).withPropertyValues(trust).run(context -> assertThat(
                            catchThrowable(() -> send(context)))
                    .hasCauseInstanceOf(TargetSmsException.class));

            assertThat(gateway.requests()).isEmpty();
        }
    }

    @Test
    void protocolsAndCiphersOfTheBundleAreUsed() throws Exception {
        String cipher = "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256";

        try (CannedGateway gateway = new CannedGateway(certificates.gateway(false))) {
            account(gateway, BUNDLE)
                    .withPropertyValues(
                            trust,
                            "spring.ssl.bundle.pem.gateway.options.enabled-protocols=TLSv1.2",
                            "spring.ssl.bundle.pem.gateway.options.ciphers=" + cipher)
                    .run(SslBundleTest::send);

            assertThat(gateway.requests()).singleElement().satisfies(request -> {
                assertThat(request.tls().getProtocol()).isEqualTo("TLSv1.2");
                assertThat(request.tls().getCipherSuite()).isEqualTo(cipher);
            });
        }
    }

    @Test
    void aReloadedBundleIsForTheNextStartAndSpringBootSaysSo(CapturedOutput output) throws Exception {
        DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry("gateway", certificates.bundle());

        try (CannedGateway gateway = new CannedGateway(certificates.gateway(false))) {
            Starter.with(properties(gateway, BUNDLE))
                    .withBean(SslBundles.class, () -> bundles)
                    .run(context -> {
                        send(context);

                        bundles.updateBundle("gateway", SslBundle.systemDefault());

                        send(context, "targetsms:send?username=other&password=other");
                        assertThat(gateway.requests()).hasSize(2);
                        assertThat(output)
                                .contains("SSL bundle 'gateway' has been updated")
                                .contains("doesn't support SSL reloading");
                    });
        }
    }

    @Test
    void onlyTheSchemesOwnComponentGetsTheBundle() {
        Starter.component(
                bundled(BUNDLE).withPropertyValues(trust).withBean("targetsmsShop", TargetSmsComponent.class),
                "targetsmsShop",
                shop -> assertThat(shop.getConfiguration().getSslContextParameters())
                        .isNull());
    }

    @Test
    void anUnknownBundleIsToldWithThoseThereAre() {
        assertThat(complaint(bundled("ssl.bundle=gatway").withPropertyValues(trust)))
                .hasMessage("camel.component.targetsms.ssl.bundle names the SSL bundle 'gatway', which is none of"
                        + " [gateway] under spring.ssl.bundle");
    }

    @Test
    void anApplicationWithoutBundlesIsToldWhatIsMissing() {
        assertThat(complaint(Starter.with(BUNDLE)))
                .hasMessage("camel.component.targetsms.ssl.bundle is set, but the application has no SSL bundles:"
                        + " Spring Boot's SslAutoConfiguration is switched off");
    }

    @Test
    void aBundleThatCannotBeReadIsNamedAndItsPasswordIsNot(CapturedOutput output) {
        Throwable complaint = complaint(bundled(BUNDLE)
                .withPropertyValues(identity)
                .withPropertyValues("spring.ssl.bundle.jks.gateway.keystore.password=hush-wrong"));

        assertThat(complaint)
                .hasMessage("camel.component.targetsms.ssl.bundle names the SSL bundle 'gateway', which cannot be read")
                .hasStackTraceContaining("client.p12");
        assertThat(Throwables.getStackTrace(complaint)).doesNotContain("hush");
        assertThat(output).doesNotContain("hush");
    }

    @Test
    void aBundleAndABeanExcludeEachOther() {
        assertThat(complaint(bundled(BUNDLE, "ssl-context-parameters=tls")
                        .withPropertyValues(trust)
                        .withBean("tls", SSLContextParameters.class)))
                .hasMessage("camel.component.targetsms.ssl.bundle and"
                        + " camel.component.targetsms.ssl-context-parameters exclude each other");
    }

    private static ApplicationContextRunner account(CannedGateway gateway, String... properties) {
        return bundled(properties(gateway, properties));
    }

    private static String[] properties(CannedGateway gateway, String... properties) {
        return Stream.concat(
                        Stream.of("base-url=" + gateway.url(), "username=demo", "password=demo"), Stream.of(properties))
                .toArray(String[]::new);
    }

    private static ApplicationContextRunner bundled(String... properties) {
        return Starter.with(properties).withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class));
    }

    private static List<SendResult> send(ApplicationContext context) throws Exception {
        return send(context, "targetsms:send");
    }

    @SuppressWarnings("unchecked")
    private static List<SendResult> send(ApplicationContext context, String uri) throws Exception {
        try (ProducerTemplate template = context.getBean(CamelContext.class).createProducerTemplate()) {
            return template.requestBodyAndHeader(uri, "Hello", "CamelTargetSmsPhone", "79001234567", List.class);
        }
    }

    /** Returns what the component's start fails with. */
    private static Throwable complaint(ApplicationContextRunner application) {
        Throwable[] complaint = new Throwable[1];
        application.run(context -> complaint[0] = Starter.cause(
                catchThrowable(() -> context.getBean(CamelContext.class).getComponent("targetsms")),
                IllegalArgumentException.class));
        return complaint[0];
    }
}
