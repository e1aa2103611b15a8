package ru.targetsms.camel.starter;

import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import org.apache.camel.support.jsse.CipherSuitesParameters;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.SecureSocketProtocolsParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslOptions;

/** Tells Camel of an SSL bundle of Spring Boot: whom to trust, how to identify, which protocols and ciphers. */
final class BundledTls {

    private BundledTls() {}

    /**
     * Reads the bundle and returns it as Camel's TLS settings. What the bundle leaves open is the platform's.
     *
     * @throws RuntimeException as the bundle does, when one of its stores cannot be read
     */
    static SSLContextParameters of(SslBundle bundle) {
        SSLContextParameters tls = new SSLContextParameters();
        tls.setSecureSocketProtocol(bundle.getProtocol());
        tls.setKeyManagers(keys(bundle.getManagers().getKeyManagers()));
        tls.setTrustManagers(trust(bundle.getManagers().getTrustManagers()));
        SslOptions options = bundle.getOptions();
        if (options.getEnabledProtocols() != null) {
            SecureSocketProtocolsParameters protocols = new SecureSocketProtocolsParameters();
            protocols.setSecureSocketProtocol(List.of(options.getEnabledProtocols()));
            tls.setSecureSocketProtocols(protocols);
        }
        if (options.getCiphers() != null) {
            CipherSuitesParameters ciphers = new CipherSuitesParameters();
            ciphers.setCipherSuite(List.of(options.getCiphers()));
            tls.setCipherSuites(ciphers);
        }
        return tls;
    }

    private static KeyManagersParameters keys(KeyManager[] managers) {
        return new KeyManagersParameters() {
            @Override
            public KeyManager[] createKeyManagers() {
                return managers.clone();
            }
        };
    }

    private static TrustManagersParameters trust(TrustManager[] managers) {
        return new TrustManagersParameters() {
            @Override
            public TrustManager[] createTrustManagers() {
                return managers.clone();
            }
        };
    }
}
