package dev.noc.probe.check.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Keys and certificates of every kind, made by the keytool of the running JDK. */
final class Certificates {

    private static final String PASSWORD = "changeit";

    private final KeyStore all;

    private Certificates(KeyStore all) {
        this.all = all;
    }

    /** Makes an authority and what it signed: {@code valid}, {@code expired}, {@code elsewhere}; and {@code stranger}. */
    static Certificates make(Path dir) throws Exception {
        var file = dir.resolve("keys.p12");
        generate(file, "authority", "-ext", "bc:c", "-validity", "3650");
        generate(file, "valid", "-ext", "san=dns:localhost", "-signer", "authority", "-validity", "30");
        generate(
                file,
                "expired",
                "-ext",
                "san=dns:localhost",
                "-signer",
                "authority",
                "-startdate",
                "-20d",
                "-validity",
                "10");
        generate(file, "elsewhere", "-ext", "san=dns:elsewhere.test,ip:127.0.0.9", "-signer", "authority");
        generate(file, "stranger", "-ext", "san=dns:localhost");
        return new Certificates(KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray()));
    }

    private static void generate(Path file, String alias, String... more) throws IOException, InterruptedException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        var command = new ArrayList<>(
                List.of(keytool.toString(), "-genkeypair", "-keyalg", "EC", "-alias", alias, "-dname", "CN=" + alias));
        command.addAll(List.of("-keystore", file.toString(), "-storepass", PASSWORD));
        command.addAll(List.of(more));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }

    /** Returns a trust store that holds the authority alone. */
    KeyStore authority() throws GeneralSecurityException, IOException {
        var store = empty();
        store.setCertificateEntry("authority", all.getCertificate("authority"));
        return store;
    }

    /** Returns the context of a server that shows one of the certificates. */
    SSLContext server(String alias) throws GeneralSecurityException, IOException {
        var store = empty();
        var password = PASSWORD.toCharArray();
        store.setKeyEntry(alias, all.getKey(alias, password), password, all.getCertificateChain(alias));
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    Instant expiry(String alias) throws GeneralSecurityException {
        return ((X509Certificate) all.getCertificate(alias)).getNotAfter().toInstant();
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
