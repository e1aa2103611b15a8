package ru.targetsms.camel.gateway;

import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Names a failure below HTTP in words of our own: what the parts underneath say may hold anything. */
final class NetworkProblem {

    private NetworkProblem() {}

    /** Describes the first cause that says something, from the innermost outwards. */
    static String describe(Throwable failure) {
        String problem = "the exchange failed";
        for (Throwable cause = failure; cause != null && cause != cause.getCause(); cause = cause.getCause()) {
            problem = name(cause, problem);
        }
        return problem + " (" + failure.getClass().getSimpleName() + ")";
    }

    private static String name(Throwable cause, String otherwise) {
        if (cause instanceof UnknownHostException) {
            return "the host name does not resolve";
        }
        if (cause instanceof ConnectTimeoutException) {
            return "no connection in time";
        }
        if (cause instanceof ConnectException) {
            return "the connection was refused";
        }
        if (cause instanceof CertificateExpiredException || cause instanceof CertificateNotYetValidException) {
            return "TLS failed: the certificate has expired or is not yet valid";
        }
        if (cause instanceof SSLPeerUnverifiedException) {
            return "TLS failed: the certificate is for another host";
        }
        if (cause instanceof CertificateException) {
            return "TLS failed: the certificate is not trusted or for another host";
        }
        if (cause instanceof SSLException) {
            return "TLS failed: " + SafeText.of(cause.getMessage());
        }
        if (cause instanceof SocketTimeoutException) {
            return "the gateway was silent for too long";
        }
        if (cause instanceof NoHttpResponseException) {
            return "the connection was closed without an answer";
        }
        if (cause instanceof ConnectionClosedException) {
            return "the connection was closed early";
        }
        if (cause instanceof SocketException) {
            return "the connection broke";
        }
        if (cause instanceof HttpException) {
            return "the answer is no HTTP";
        }
        return otherwise;
    }
}
