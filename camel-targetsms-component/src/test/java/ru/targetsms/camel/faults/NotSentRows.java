package ru.targetsms.camel.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.junit.jupiter.api.Test;
import ru.targetsms.camel.ForwardProxy;
import ru.targetsms.camel.TargetSmsConfiguration;
import ru.targetsms.camel.TlsGateway;
import ru.targetsms.camel.model.NotSentException;
import ru.targetsms.camel.model.Outcome;
import ru.targetsms.camel.model.SendResult;
import ru.targetsms.camel.model.TargetSmsException;
import ru.targetsms.simulator.proxy.FaultProxy;
import ru.targetsms.simulator.proxy.Toxic;

/**
 * No byte of a document left: with client ids or without, the route may repeat it, and what it parks in the end is still
 * to be done.
 */
abstract class NotSentRows extends FaultTest {

    NotSentRows(Ids ids) {
        super(ids);
    }

    @Test
    void f1_a_name_that_does_not_resolve() {
        Trip trip = send(route(AMPLE, options -> options.setBaseUrl("https://gateway.invalid")));

        assertNeverLeft(trip, "gateway.invalid: the host name does not resolve");
        fault("the name does not resolve", () -> trip.failures().size());
    }

    @Test
    void f1_a_refused_connection() throws Exception {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }

        Trip trip = send(route(AMPLE, options -> options.setBaseUrl("http://127.0.0.1:" + nobody)));

        assertNeverLeft(trip, "127.0.0.1: the connection was refused");
        fault("nobody listens", () -> trip.failures().size());
    }

    @Test
    void f1_a_refused_connection_that_comes_back() {
        FaultProxy network = network();
        fault(network, Toxic.down());

        Trip trip = send(
                route(AMPLE, options -> options.setBaseUrl(network.baseUrl())).beforeRepeat(network::clear));

        assertThat(trip.failures()).singleElement().isInstanceOf(NotSentException.class);
        assertThat(trip.outcomes()).containsOnly(Outcome.ACCEPTED);
        assertThat(simulator.ledger().totals().posts()).isEqualTo(1);
    }

    @Test
    void f1_a_listener_whose_queue_is_full_drops_the_syn() throws Exception {
        ServerSocket deaf = closing(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        fill(deaf);

        Trip trip = send(route(
                Duration.ofMillis(200), options -> options.setBaseUrl("http://127.0.0.1:" + deaf.getLocalPort())));

        assertNeverLeft(trip, "127.0.0.1: no co");
        fault("no connection came about", () -> trip.failures().size());
    }

    @Test
    void f2_a_self_signed_certificate() throws Exception {
        TlsGateway tls = closing(new TlsGateway(simulator.baseUrl()));

        Trip trip = send(route(AMPLE, options -> options.setBaseUrl(tls.baseUrl())));

        assertNeverLeft(trip, "TLS failed: the certificate is not trusted");
        assertThat(tls.posts()).isZero();
        fault("a certificate nobody vouches for", () -> trip.failures().size());
    }

    @Test
    void f2_an_expired_certificate() throws Exception {
        TlsGateway tls = closing(new TlsGateway(simulator.baseUrl(), "faults/expired.p12"));

        Trip trip = send(route(AMPLE, trusting(tls.baseUrl(), "faults/authority.p12")));

        assertNeverLeft(trip, "TLS failed: the certificate has expired");
        assertThat(tls.posts()).isZero();
        fault("an expired certificate", () -> trip.failures().size());
    }

    @Test
    void f2_a_certificate_for_another_host() throws Exception {
        TlsGateway tls = closing(new TlsGateway(simulator.baseUrl()));

        Trip trip = send(route(AMPLE, trusting(tls.baseUrl().replace("localhost", "127.0.0.1"), "self-signed.p12")));

        assertNeverLeft(trip, "TLS failed: the certificate is for another host");
        assertThat(tls.posts()).isZero();
        fault("a certificate for localhost at 127.0.0.1", () -> trip.failures().size());
    }

    @Test
    void f2_a_server_that_speaks_tls_1_0_only() {
        OldTlsServer old = closing(new OldTlsServer());

        Trip trip = send(route(AMPLE, options -> options.setBaseUrl("https://localhost:" + old.port())));

        assertNeverLeft(trip, "TLS failed: ");
        assertThat(trip.firstFailure()).hasMessageContaining("TLS10");
        fault("TLS 1.0 was chosen", old::hellos);
    }

    @Test
    void f4_a_proxy_that_wants_a_login_until_it_is_told_better() throws Exception {
        TlsGateway tls = closing(new TlsGateway(simulator.baseUrl()));
        ForwardProxy proxy = closing(new ForwardProxy(true));
        AtomicInteger postsBefore = new AtomicInteger();
        FaultRoute route = route(AMPLE, through(proxy.port(), tls.baseUrl())).beforeRepeat(() -> {
            postsBefore.addAndGet(tls.posts());
            proxy.letIn();
        });

        Trip trip = send(route);

        assertThat(trip.failures()).singleElement().satisfies(failure -> assertThat(failure)
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("a proxy answered HTTP 407"));
        assertThat(trip.outcomes()).containsOnly(Outcome.ACCEPTED);
        assertThat(postsBefore).hasValue(0);
        assertThat(tls.posts()).isEqualTo(1);
        fault("407", () -> proxy.heads().size() - 1);
    }

    @Test
    void f4_a_proxy_that_refuses_the_tunnel() throws Exception {
        ForwardProxy proxy = closing(new ForwardProxy(false).refusing(403));

        Trip trip = send(route(AMPLE, through(proxy.port(), "https://localhost:1")));

        assertNeverLeft(trip, "localhost: a proxy answered HTTP 403");
        fault("403 to CONNECT", () -> proxy.heads().size());
    }

    @Test
    void f4_a_proxy_that_is_gone() throws Exception {
        ForwardProxy proxy = new ForwardProxy(false);
        proxy.close();

        Trip trip = send(route(AMPLE, through(proxy.port(), "https://localhost:1")));

        assertNeverLeft(trip, "localhost: the connection was refused");
        fault("nobody listens at the proxy's port", () -> trip.failures().size());
    }

    /** Every attempt fails before the document leaves; what is parked can be sent as it is once the way is free. */
    private void assertNeverLeft(Trip trip, String reason) {
        TargetSmsException status = FaultRoute.status(trip.context(), "111");
        assertThat(trip.failures()).hasSize(1 + FaultRoute.REPEATS).allSatisfy(failure -> assertThat(failure)
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining(reason)
                .matches(notSent -> failure.isRetrySafe()));
        assertThat(trip.outcomes()).containsOnly(Outcome.NOT_SENT);
        assertThat(status).isInstanceOf(NotSentException.class).hasMessageContaining(reason);
        assertThat(status.isRetrySafe()).isTrue();
        assertThat(simulator.requests()).isEmpty();

        List<SendResult> results;
        try (FaultRoute free = route(AMPLE)) {
            Trip rest = free.send(trip.input(), trip.parked().remainder(), Map.of());
            results = rest.results();
        }
        assertThat(results).hasSize(5).allMatch(result -> result.outcome() == Outcome.ACCEPTED);
        assertThat(simulator.ledger().totals().posts()).isEqualTo(1);
    }

    private static Consumer<TargetSmsConfiguration> through(int proxyPort, String baseUrl) {
        return trusting(baseUrl, "self-signed.p12")
                .andThen(options -> options.setHttp(
                        Map.of("proxyHost", "127.0.0.1", "proxyPort", proxyPort, "proxyAuthScheme", "http")));
    }

    private static Consumer<TargetSmsConfiguration> trusting(String baseUrl, String trustStore) {
        KeyStoreParameters store = new KeyStoreParameters();
        store.setResource("ru/targetsms/camel/" + trustStore);
        store.setPassword("changeit");
        store.setType("PKCS12");
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setKeyStore(store);
        SSLContextParameters tls = new SSLContextParameters();
        tls.setTrustManagers(trust);
        return options -> {
            options.setBaseUrl(baseUrl);
            options.setSslContextParameters(tls);
        };
    }

    /** Connects until nobody gets in any more: a listener with a full queue drops what comes then. */
    private void fill(ServerSocket server) throws IOException {
        InetSocketAddress address = new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
        for (int i = 0; i < 8; i++) {
            SocketChannel channel = closing(SocketChannel.open());
            channel.configureBlocking(false);
            channel.connect(address);
        }
    }
}
