package ru.targetsms.camel.starter;

import org.apache.camel.support.jsse.SSLContextParameters;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

/** Looks up the bundle that {@code ssl.bundle} names. Every error names the property. */
final class BundleOption {

    private static final String PROPERTY = ComponentOptions.property("ssl.bundle");

    private final ObjectProvider<SslBundles> bundles;

    BundleOption(ObjectProvider<SslBundles> bundles) {
        this.bundles = bundles;
    }

    /** Returns TLS as the bundle describes it. */
    SSLContextParameters tls(String name) {
        SslBundle bundle = find(name);
        try {
            return BundledTls.of(bundle);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    PROPERTY + " names the SSL bundle '" + name + "', which cannot be read", e);
        }
    }

    private SslBundle find(String name) {
        SslBundles known = bundles.getIfAvailable();
        if (known == null) {
            throw new IllegalArgumentException(PROPERTY + " is set, but the application has no SSL bundles: Spring"
                    + " Boot's SslAutoConfiguration is switched off");
        }
        try {
            return known.getBundle(name);
        } catch (NoSuchSslBundleException e) {
            throw new IllegalArgumentException(
                    PROPERTY + " names the SSL bundle '" + name + "', which is none of "
                            + known.getBundleNames().stream().sorted().toList() + " under spring.ssl.bundle",
                    e);
        }
    }
}
