package ru.targetsms.camel.starter;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;

/** Is a certificate authority made for one test run, with a gateway and a client that it knows. */
final class Certificates {

    static final String PASSWORD = "hush-store-9b2e";

    private final Path folder;
    private final KeyStore all;

    /** Makes the authority, a gateway for {@code localhost} and the client {@code CN=shop}, in that folder. */
    Certificates(Path folder) throws Exception {
        this.folder = folder;
        keytool("authority", "CN=authority", "-ext", "bc:c");
        keytool("gateway", "CN=gateway", "-ext", "san=dns:localhost", "-signer", "authority");
        keytool("client", "CN=shop", "-signer", "authority");
        all = KeyStore.getInstance(folder.resolve("all.p12").toFile(), PASSWORD.toCharArray());
    }

    /** Returns the authority's certificate as a PEM file. */
    Path authority() throws Exception {
        String certificate = Base64.getMimeEncoder()
                .encodeToString(all.getCertificate("authority").getEncoded());
        return Files.writeString(
                folder.resolve("authority.pem"),
                "-----BEGIN CERTIFICATE-----\n" + certificate + "\n-----END CERTIFICATE-----\n");
    }

    /** Returns a store file that trusts the authority. */
    Path trustStore() throws Exception {
        return file("trust.p12", trust());
    }

    /** Returns a store file that holds the client. */
    Path client() throws Exception {
        return file("client.p12", only("client"));
    }

    /** Returns a bundle that trusts the authority. */
    SslBundle bundle() throws Exception {
        return SslBundle.of(SslStoreBundle.of(null, null, trust()));
    }

    /** Returns TLS of the gateway. */
    HttpsConfigurator gateway(boolean needClientCertificate) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(only("gateway"), PASSWORD.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trust());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters tls = getSSLContext().getDefaultSSLParameters();
                tls.setNeedClientAuth(needClientCertificate);
                parameters.setSSLParameters(tls);
            }
        };
    }

    private Path file(String name, KeyStore store) throws Exception {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    private KeyStore trust() throws Exception {
        KeyStore store = empty();
        store.setCertificateEntry("authority", all.getCertificate("authority"));
        return store;
    }

    private KeyStore only(String alias) throws Exception {
        char[] password = PASSWORD.toCharArray();
        KeyStore store = empty();
        store.setKeyEntry(alias, all.getKey(alias, password), password, all.getCertificateChain(alias));
        return store;
    }

    private static KeyStore empty() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    /** The JDK has no other way to make a certificate. */
    private void keytool(String alias, String name, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of("-genkeypair", "-alias", alias, "-dname", name, "-keyalg", "EC", "-validity", "2"));
        command.addAll(List.of("-keystore", folder.resolve("all.p12").toString(), "-storetype", "PKCS12"));
        command.addAll(List.of("-storepass", PASSWORD));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(output);
        }
    }
}
