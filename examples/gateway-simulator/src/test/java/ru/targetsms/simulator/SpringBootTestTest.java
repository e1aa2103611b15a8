package ru.targetsms.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.targetsms.simulator.assertion.SimulatorAssertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextManager;
import ru.targetsms.simulator.boot.test.AutoConfigureGatewaySimulator;
import ru.targetsms.simulator.model.Profile;

/** The simulator in the tests of a Spring Boot application that would send elsewhere. */
@SpringBootTest(
        classes = SpringBootTestTest.Application.class,
        webEnvironment = WebEnvironment.NONE,
        properties = {
            "camel.component.targetsms.base-url=https://gateway.invalid",
            "camel.component.targetsms.username=shop",
            "targetsms.simulator.enabled=true"
        })
@AutoConfigureGatewaySimulator
class SpringBootTestTest {

    private static final String SMS = Client.sms("79001234567", "text");

    @Autowired
    private GatewaySimulator gateway;

    @Autowired
    private Environment environment;

    @BeforeEach
    void send() {
        new Client(property("base-url")).send(SMS);
    }

    @RepeatedTest(2)
    void itIsWhereTheApplicationSendsToAndEmptyBeforeEachTest() {
        assertThat(gateway).received("79001234567").once();
        assertThat(property("base-url")).isEqualTo(gateway.baseUrl());
        assertThat(property("username")).isEqualTo("demo");
        assertThat(property("password")).isEqualTo("demo");
        assertThat(environment.getProperty("targetsms.simulator.enabled")).isEqualTo("false");
    }

    @Nested
    class Inside {

        @Test
        void aNestedClassHasTheSame(@Autowired GatewaySimulator same) {
            assertThat(same).isSameAs(gateway).received("79001234567").once();
        }
    }

    @Test
    void classesThatWantTheSameShareTheApplicationAndItsEndClosesTheSimulator() {
        TestContext one = new TestContextManager(One.class).getTestContext();
        TestContext same = new TestContextManager(Same.class).getTestContext();
        TestContext other = new TestContextManager(Other.class).getTestContext();

        GatewaySimulator ofOne = simulator(one);
        assertThat(simulator(same)).isSameAs(ofOne).isNotSameAs(simulator(other));
        assertThat(simulator(other).options().profile()).isEqualTo(Profile.MANUAL);
        int port = ofOne.port();
        assertThat(answers(port)).isTrue();

        one.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
        other.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
        assertThat(answers(port)).isFalse();
    }

    @Test
    void anApplicationWithATokenIsLetInWithIt() {
        TestContext test = new TestContextManager(WithToken.class).getTestContext();
        Environment itsOwn = test.getApplicationContext().getEnvironment();

        assertThat(itsOwn.getProperty("camel.component.targetsms.username")).isNull();
        assertThat(simulator(test).options().accounts()).allMatch(account -> "secret".equals(account.token()));
        test.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
    }

    private String property(String name) {
        return environment.getProperty("camel.component.targetsms." + name);
    }

    private static GatewaySimulator simulator(TestContext test) {
        return test.getApplicationContext().getBean(GatewaySimulator.class);
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @SpringBootTest(classes = Application.class, webEnvironment = WebEnvironment.NONE)
    @AutoConfigureGatewaySimulator
    static class One {}

    @SpringBootTest(classes = Application.class, webEnvironment = WebEnvironment.NONE)
    @AutoConfigureGatewaySimulator
    static class Same {}

    @SpringBootTest(classes = Application.class, webEnvironment = WebEnvironment.NONE)
    @AutoConfigureGatewaySimulator(profile = Profile.MANUAL)
    static class Other {}

    @SpringBootTest(
            classes = Application.class,
            webEnvironment = WebEnvironment.NONE,
            properties = "camel.component.targetsms.token=secret")
    @AutoConfigureGatewaySimulator
    static class WithToken {}

    @Configuration
    static class Application {}
}
