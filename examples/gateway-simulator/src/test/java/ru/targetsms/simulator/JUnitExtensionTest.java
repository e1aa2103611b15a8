package ru.targetsms.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;
import ru.targetsms.simulator.fault.Fault;

/** A simulator in the hands of JUnit: each nested class here is run by itself. */
class JUnitExtensionTest {

    /** Every simulator a test had to do with, in order. */
    private static final List<GatewaySimulator> USED = new ArrayList<>();

    /** Where they listened meanwhile. */
    private static final Set<Integer> PORTS = new HashSet<>();

    @AfterEach
    void forget() {
        USED.clear();
        PORTS.clear();
    }

    @ParameterizedTest
    @ValueSource(classes = {Static.class, OfAnInstance.class, PerClass.class})
    void itIsEmptyBeforeEachTestAndClosedAfterTheLast(Class<?> tests) {
        run(tests).assertStatistics(statistics -> statistics.succeeded(3).failed(0));

        assertThat(USED).hasSize(3).noneMatch(JUnitExtensionTest::answers);
        assertThat(USED.stream().distinct()).hasSize(tests == OfAnInstance.class ? 3 : 1);
        assertThat(PORTS).as("it stays open in between").hasSizeLessThanOrEqualTo(tests == OfAnInstance.class ? 3 : 1);
    }

    @ParameterizedTest
    @ValueSource(classes = {StaticWithNested.class, PerClassWithNested.class})
    void nestedClassesUseItToo(Class<?> tests) {
        run(tests).assertStatistics(statistics -> statistics.succeeded(3).failed(0));

        assertThat(USED).hasSize(3).noneMatch(JUnitExtensionTest::answers);
        assertThat(USED.stream().distinct()).hasSize(1);
        assertThat(PORTS).as("it stays open in between").hasSize(1);
    }

    @Test
    void inABaseClassItOpensAgainForTheNextClassAndHoldsAnswersThereAsWell() {
        run(OneOfTwo.class).assertStatistics(statistics -> statistics.succeeded(1));
        assertThat(USED).noneMatch(JUnitExtensionTest::answers);

        run(OtherOfTwo.class).assertStatistics(statistics -> statistics.succeeded(1));
        assertThat(USED).hasSize(2).noneMatch(JUnitExtensionTest::answers);
    }

    @Test
    void aFailingTestTellsItsOwnFailureAndNothingElse() {
        run(Failing.class).assertThatEvents().haveExactly(1, event(finishedWithFailure(message("its own failure"))));
        assertThat(USED).hasSize(1).noneMatch(JUnitExtensionTest::answers);
    }

    @Test
    void withoutJUnitAndTheOtherTestLibrariesItStartsAllTheSame() throws Exception {
        String classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.matches(".*(junit|assertj|spring-test|spring-boot-test|opentest4j).*"))
                .collect(Collectors.joining(File.pathSeparator));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

        Process program = new ProcessBuilder(java, "-cp", classPath, WithoutTests.class.getName())
                .redirectErrorStream(true)
                .start();

        assertThat(program.inputReader().lines())
                .as("what it printed")
                .containsExactly("no JUnit", GatewaySimulator.class.getName(), "accepted");
        assertThat(program.waitFor()).isZero();
    }

    @Test
    void aTestThatAnotherExtensionKeepsFromBeginningDoesNotCloseItEarly() {
        run(KeptFromBeginning.class)
                .assertStatistics(statistics -> statistics.failed(1).succeeded(1));
        assertThat(USED.stream().distinct()).hasSize(1);
        assertThat(USED).noneMatch(JUnitExtensionTest::answers);
    }

    private static Events run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute()
                .testEvents();
    }

    /** Uses a simulator as a test does, and wants it as it was at first. */
    private static void use(GatewaySimulator gateway) {
        USED.add(gateway);
        PORTS.add(gateway.port());
        assertThat(gateway.messages()).isEmpty();
        assertThat(new Client(gateway.baseUrl()).send(Client.sms("79001234567", "text")))
                .contains(">send<");
        assertThat(gateway.messages()).hasSize(1);
    }

    private static boolean answers(GatewaySimulator gateway) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
            return socket.isConnected();
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    static class Static {

        @RegisterExtension
        static final GatewaySimulator gateway = GatewaySimulator.start();

        @BeforeAll
        static void fill() {
            new Client(gateway.baseUrl()).send(Client.sms("79001234567", "from before all"));
        }

        @RepeatedTest(3)
        void used() {
            use(gateway);
        }
    }

    static class OfAnInstance {

        @RegisterExtension
        final GatewaySimulator gateway = GatewaySimulator.builder().capacity(5).start();

        @RepeatedTest(3)
        void used() {
            use(gateway);
        }
    }

    @TestInstance(Lifecycle.PER_CLASS)
    static class PerClass {

        @RegisterExtension
        final GatewaySimulator gateway = GatewaySimulator.start();

        @RepeatedTest(3)
        void used() {
            use(gateway);
        }
    }

    static class StaticWithNested {

        @RegisterExtension
        static final GatewaySimulator gateway = GatewaySimulator.start();

        @Test
        void used() {
            use(gateway);
        }

        @Nested
        class Inner {

            @RepeatedTest(2)
            void used() {
                use(gateway);
            }
        }
    }

    @TestInstance(Lifecycle.PER_CLASS)
    static class PerClassWithNested {

        @RegisterExtension
        final GatewaySimulator gateway = GatewaySimulator.start();

        @Nested
        class First {

            @Test
            void used() {
                use(gateway);
            }
        }

        @Nested
        @TestInstance(Lifecycle.PER_CLASS)
        class Second {

            @RepeatedTest(2)
            void used() {
                use(gateway);
            }
        }
    }

    abstract static class Shared {

        @RegisterExtension
        static final GatewaySimulator gateway = GatewaySimulator.start();

        @Test
        void used() {
            var fault = gateway.faults().add(Fault.delay(Duration.ofMillis(300)).first(1));
            long start = System.nanoTime();
            use(gateway);
            assertThat(fault.fired()).isOne();
            assertThat(System.nanoTime() - start).isGreaterThan(290_000_000);
        }
    }

    static class OneOfTwo extends Shared {}

    static class OtherOfTwo extends Shared {}

    static class Failing {

        @RegisterExtension
        static final GatewaySimulator gateway = GatewaySimulator.start();

        @Test
        void fails() {
            use(gateway);
            gateway.faults().add(Fault.dropAfterAccept());
            throw new IllegalStateException("its own failure");
        }
    }

    static class KeptFromBeginning {

        private static boolean kept;

        @RegisterExtension
        static final BeforeEachCallback first = context -> {
            if (!kept) {
                kept = true;
                throw new IllegalStateException("not this one");
            }
        };

        @RegisterExtension
        static final GatewaySimulator gateway = GatewaySimulator.start();

        @RepeatedTest(2)
        void used() {
            use(gateway);
        }
    }

    /** Is a program that has no test library on its class path. */
    static final class WithoutTests {

        private WithoutTests() {}

        public static void main(String[] args) {
            try {
                Class.forName(BeforeEachCallback.class.getName());
            } catch (NoClassDefFoundError | ClassNotFoundException e) {
                System.out.println("no JUnit");
            }
            try (GatewaySimulator gateway = GatewaySimulator.start()) {
                System.out.println(gateway.getClass().getName());
                String answer = new Client(gateway.baseUrl()).send(Client.sms("79001234567", "text"));
                System.out.println(answer.contains(">send<") ? "accepted" : answer);
            }
        }
    }
}
