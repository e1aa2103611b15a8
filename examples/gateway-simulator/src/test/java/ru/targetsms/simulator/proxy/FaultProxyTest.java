package ru.targetsms.simulator.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ru.targetsms.simulator.GatewaySimulator;
import ru.targetsms.simulator.model.LedgerTotals;

class FaultProxyTest {

    @RegisterExtension
    private static final GatewaySimulator gateway = GatewaySimulator.start();

    private static final String DOCUMENT =
            "<request><security><login value=\"demo\"/><password value=\"demo\"/></security>"
                    + "<message><text_sms>text</text_sms><abonent phone=\"79001234567\"/></message></request>";
    private static final String REQUEST = "POST /xml/message.php HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: text/xml; charset=utf-8\r\nContent-Length: " + DOCUMENT.length() + "\r\n\r\n" + DOCUMENT;
    private static final String END = "</response>";

    private final FaultProxy proxy = FaultProxy.to(gateway.port());

    @AfterEach
    void closeProxy() {
        proxy.close();
    }

    @Test
    void withoutToxicsEverythingPassesAlsoTwiceOnOneConnection() throws IOException {
        try (Socket socket = connect()) {
            assertThat(exchange(socket)).contains(">send<");
            assertThat(exchange(socket)).contains(">send<");
        }
        assertThat(posts()).isEqualTo(2);
    }

    @Test
    void downRefusesConnectionsUntilTheToxicsAreCleared() throws IOException {
        Toxic down = proxy.add(Toxic.down());

        assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
        assertThat(down.fired()).isOne();
        proxy.clear();
        try (Socket socket = connect()) {
            assertThat(exchange(socket)).contains(">send<");
        }
    }

    @Test
    void downClosesTheConnectionsThereAre() throws IOException {
        try (Socket socket = connect()) {
            exchange(socket);

            proxy.add(Toxic.down());

            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void aRequestIsResetWhenItIsHalfWritten() throws IOException {
        Toxic reset = proxy.add(Toxic.resetAfterRequestBytes(200));

        try (Socket socket = connect()) {
            assertThatThrownBy(() -> exchange(socket))
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
        assertThat(reset.fired()).isOne();
        assertThat(gateway.messages()).isEmpty();
    }

    @Test
    void anAnswerIsCutAndTheConnectionClosed() throws IOException {
        Toxic limit = proxy.add(Toxic.limitAnswer(40).first(1));

        try (Socket socket = connect()) {
            assertThat(exchange(socket)).hasSize(40).startsWith("HTTP/1.1 200");
        }
        assertThat(limit.fired()).isOne();
        try (Socket socket = connect()) {
            assertThat(exchange(socket)).endsWith(END);
        }
        assertThat(limit.fired()).isOne();
        assertThat(gateway.messages()).hasSize(2);
    }

    @Test
    void anAnswerIsCutAndTheConnectionReset() throws IOException {
        Toxic reset = proxy.add(Toxic.resetAfterAnswerBytes(0));

        try (Socket socket = connect()) {
            assertThatThrownBy(() -> exchange(socket))
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
        assertThat(reset.fired()).isOne();
        assertThat(gateway.messages()).hasSize(1);
    }

    @Test
    void aKeptConnectionIsClosedJustBeforeItIsUsedAgain() throws IOException {
        Toxic close = proxy.add(Toxic.closeIdle());

        try (Socket socket = connect()) {
            assertThat(exchange(socket)).endsWith(END);
            assertThat(close.fired()).isZero();
            assertThatThrownBy(() -> exchange(socket))
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
        assertThat(close.fired()).isOne();
        assertThat(posts()).isOne();
    }

    @Test
    void aBlackHoleSwallowsTheRequestAndNeverAnswers() throws IOException {
        Toxic hole = proxy.add(Toxic.blackhole());

        try (Socket socket = connect()) {
            socket.setSoTimeout(200);
            assertThatThrownBy(() -> exchange(socket)).isInstanceOf(SocketTimeoutException.class);
        }
        assertThat(hole.fired()).isOne();
        assertThat(posts()).isZero();
    }

    @Test
    void latencyHoldsTheAnswerBack() throws IOException {
        Toxic latency = proxy.add(Toxic.latency(Duration.ofMillis(300)));
        long start = System.nanoTime();

        try (Socket socket = connect()) {
            assertThat(exchange(socket)).endsWith(END);
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertThat(latency.fired()).isOne();
    }

    @Test
    void aSlicedAnswerComesInPieces() throws IOException {
        Toxic slice = proxy.add(Toxic.slice(100, Duration.ofMillis(20)));
        long start = System.nanoTime();

        try (Socket socket = connect()) {
            assertThat(exchange(socket)).endsWith(END);
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(60));
        assertThat(slice.fired()).isOne();
    }

    @Test
    void theFirstToxicThatTakesARequestActsAlone() throws IOException {
        Toxic first = proxy.add(Toxic.latency(Duration.ZERO).first(1));
        Toxic second = proxy.add(Toxic.latency(Duration.ZERO));

        try (Socket socket = connect()) {
            exchange(socket);
            exchange(socket);
        }

        assertThat(first.fired()).isOne();
        assertThat(second.fired()).isOne();
    }

    @Test
    void closingEndsEveryThreadEvenOneThatWaits() throws IOException {
        proxy.add(Toxic.latency(Duration.ofMinutes(5)));
        try (Socket socket = connect()) {
            socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.UTF_8));
            gateway.awaitMessages(1, Duration.ofSeconds(20));

            proxy.close();

            await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .doesNotContain("fault-proxy"));
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    /** Posts once and returns what came until the answer or the connection ended. */
    private static String exchange(Socket socket) throws IOException {
        socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.UTF_8));
        StringBuilder answer = new StringBuilder();
        InputStream in = socket.getInputStream();
        int next = in.read();
        while (next >= 0) {
            answer.append((char) next);
            next = answer.toString().endsWith(END) ? -1 : in.read();
        }
        return answer.toString();
    }

    private static long posts() {
        LedgerTotals totals = gateway.ledger().totals();
        return totals.posts();
    }
}
