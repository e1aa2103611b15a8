package ru.targetsms.camel.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ProtocolException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The words for what fails below HTTP; that each failure really ends so is for the rows of the fault matrix to say. */
class NetworkProblemTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments(new UnknownHostException("geheim"), "the host name does not resolve"),
                arguments(new ConnectTimeoutException("geheim"), "no connection in time"),
                arguments(new ConnectException("geheim"), "the connection was refused"),
                arguments(
                        new CertificateExpiredException("geheim"),
                        "TLS failed: the certificate has expired or is not yet valid"),
                arguments(
                        new CertificateNotYetValidException("geheim"),
                        "TLS failed: the certificate has expired or is not yet valid"),
                arguments(new SSLPeerUnverifiedException("geheim"), "TLS failed: the certificate is for another host"),
                arguments(
                        new CertificateException("geheim"),
                        "TLS failed: the certificate is not trusted or for another host"),
                arguments(new SocketTimeoutException("geheim"), "the gateway was silent for too long"),
                arguments(new NoHttpResponseException("geheim"), "the connection was closed without an answer"),
                arguments(new ConnectionClosedException("geheim"), "the connection was closed early"),
                arguments(new SocketException("geheim"), "the connection broke"),
                arguments(new ProtocolException("geheim"), "the answer is no HTTP"),
                arguments(new IOException("geheim"), "the exchange failed"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void a_failure_is_named_in_our_words_and_by_its_class(Exception failure, String words) {
        assertThat(NetworkProblem.describe(failure))
                .isEqualTo(words + " (" + failure.getClass().getSimpleName() + ")");
    }

    @Test
    void the_innermost_cause_that_says_something_is_named() {
        Exception failure = new SSLHandshakeException("geheim");
        failure.initCause(new CertificateExpiredException("geheim").initCause(new IllegalStateException("geheim")));

        assertThat(NetworkProblem.describe(failure))
                .isEqualTo("TLS failed: the certificate has expired or is not yet valid (SSLHandshakeException)");
    }

    @Test
    void of_tls_the_words_are_shown_in_a_safe_form() {
        assertThat(NetworkProblem.describe(new SSLException("protocol_version for 79001234567")))
                .startsWith("TLS failed: protocol_version for ")
                .doesNotContain("79001234567");
    }
}
