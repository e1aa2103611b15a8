package ru.targetsms.simulator.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import ru.targetsms.simulator.RawClient;
import ru.targetsms.simulator.fault.Fault;
import ru.targetsms.simulator.gateway.ActiveFault;
import ru.targetsms.simulator.gateway.Simulator;
import ru.targetsms.simulator.model.Profile;

class EmbeddedInApplicationTest {

    private static final String SMS =
            "<request><security><login value=\"shop\"/><password value=\"secret\"/></security>"
                    + "<message><text_sms>text</text_sms><abonent phone=\"79001234567\"/></message></request>";

    @Test
    void it_is_off_unless_switched_on() {
        try (var application = run()) {
            assertThat(application.getBeansOfType(Simulator.class)).isEmpty();
            assertThat(post(application)).contains("404");
        }
    }

    @Test
    void switched_on_it_answers_in_the_applications_own_server() {
        try (var application = run(
                "--targetsms.simulator.enabled=true",
                "--targetsms.simulator.login=shop",
                "--targetsms.simulator.password=secret",
                "--targetsms.simulator.profile=manual",
                "--targetsms.simulator.duplicate-answer=old-id",
                "--targetsms.simulator.max-body=1MB",
                "--targetsms.simulator.zone=Asia/Omsk")) {
            assertThat(post(application)).contains(">send<");

            Simulator simulator = application.getBean(Simulator.class);
            assertThat(simulator.messages()).hasSize(1);
            assertThat(simulator.options().profile()).isEqualTo(Profile.MANUAL);
            assertThat(simulator.options().maxBody()).isEqualTo(1 << 20);
            assertThat(get(application, "/api/v1/health")).contains("\"UP\"");
        }
    }

    @Test
    void the_server_listens_on_loopback_unless_told_otherwise() {
        try (var application = run("--targetsms.simulator.enabled=true")) {
            assertThat(address(application)).isEqualTo("127.0.0.1");
        }
        try (var application = run("--targetsms.simulator.enabled=true", "--server.address=0.0.0.0")) {
            assertThat(application.getBean(ServerProperties.class).getAddress().getHostAddress())
                    .isEqualTo("0.0.0.0");
            assertThat(address(application)).isEqualTo("0.0.0.0");
        }
    }

    @Test
    void aFaultCanDropAndResetConnectionsOfTheApplicationsOwnTomcat() {
        try (var application = run("--targetsms.simulator.enabled=true")) {
            Simulator simulator = application.getBean(Simulator.class);

            ActiveFault drop = simulator.faults().add(Fault.dropAfterAccept().first(1));
            assertThat(raw(application)).isEmpty();
            assertThat(drop.fired()).isOne();
            ActiveFault reset = simulator.faults().add(Fault.resetAfterAccept().first(1));
            assertThat(raw(application)).isEqualTo(RawClient.RESET);
            assertThat(reset.fired()).isOne();
            assertThat(post(application)).contains("<response>");
        }
    }

    @Test
    void aFaultThatCannotTouchTheConnectionSaysSoAndDoesNotCount() {
        try (var application = run(OtherProtocol.class, "--targetsms.simulator.enabled=true")) {
            Simulator simulator = application.getBean(Simulator.class);
            ActiveFault drop = simulator.faults().add(Fault.dropAfterAccept().first(1));
            ActiveFault empty = simulator.faults().add(Fault.empty().first(1));

            assertThat(post(application)).startsWith("The fault drop needs Tomcat");
            assertThat(post(application)).isEmpty();
            assertThat(post(application)).contains("<response>");

            assertThat(drop.fired()).isZero();
            assertThat(empty.fired()).isOne();
        }
    }

    @Test
    void theApplicationStopsAtOnceThoughAFaultHoldsAnAnswer() {
        CompletableFuture<Void> held;
        try (var application = run("--targetsms.simulator.enabled=true")) {
            ActiveFault fault = application.getBean(Simulator.class).faults().add(Fault.delay(Duration.ofMinutes(5)));
            held = CompletableFuture.runAsync(() -> post(application));
            await().until(() -> fault.fired() == 1);
        }

        assertThat(held).failsWithin(Duration.ofSeconds(20));
    }

    @Test
    void thePagesStandUnderTheApplicationsContextPathAndLetItStopAtOnce() throws Exception {
        HttpResponse<Stream<String>> stream;
        long start;
        try (var application = run("--targetsms.simulator.enabled=true", "--server.servlet.context-path=/shop")) {
            assertThat(get(application, "/shop/"))
                    .contains(
                            "<title>Inbox",
                            "href=\"/shop/faults\"",
                            "sse-connect=\"/shop/events?",
                            "/shop/xml/message.php");
            HttpRequest listen =
                    HttpRequest.newBuilder(uri(application, "/shop/events")).build();
            stream = HttpClient.newHttpClient().send(listen, BodyHandlers.ofLines());
            assertThat(stream.statusCode()).isEqualTo(200);
            start = System.nanoTime();
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        stream.body().close();
    }

    @Test
    void withoutPagesTheRootIsTheApplications() {
        try (var application = run("--targetsms.simulator.enabled=true", "--targetsms.simulator.page=false")) {
            assertThat(get(application, "/")).contains("404");
            assertThat(get(application, "/api/v1/health")).contains("\"UP\"");
            assertThat(post(application)).contains("<response>");
        }
    }

    private static ServletWebServerApplicationContext run(String... arguments) {
        return run(Application.class, arguments);
    }

    private static ServletWebServerApplicationContext run(Class<?> application, String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--server.port=0";
        all[arguments.length + 1] = "--spring.main.banner-mode=off";
        return (ServletWebServerApplicationContext) SpringApplication.run(application, all);
    }

    private static String address(ServletWebServerApplicationContext application) {
        var tomcat = (org.springframework.boot.web.embedded.tomcat.TomcatWebServer) application.getWebServer();
        Object address = tomcat.getTomcat().getConnector().getProperty("address");
        return ((java.net.InetAddress) address).getHostAddress();
    }

    private static String post(ServletWebServerApplicationContext application) {
        return exchange(HttpRequest.newBuilder(uri(application, "/xml/message.php"))
                .header("Content-Type", "text/xml; charset=utf-8")
                .POST(BodyPublishers.ofString(SMS)));
    }

    private static String raw(ServletWebServerApplicationContext application) {
        return RawClient.post(application.getWebServer().getPort(), "/xml/message.php", SMS);
    }

    private static String get(ServletWebServerApplicationContext application, String path) {
        return exchange(HttpRequest.newBuilder(uri(application, path)));
    }

    private static URI uri(ServletWebServerApplicationContext application, String path) {
        return URI.create("http://127.0.0.1:" + application.getWebServer().getPort() + path);
    }

    private static String exchange(HttpRequest.Builder request) {
        try {
            return HttpClient.newHttpClient()
                    .send(request.build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class OtherProtocol {

        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> protocol() {
            return factory -> factory.setProtocol("org.apache.coyote.http11.Http11Nio2Protocol");
        }
    }
}
