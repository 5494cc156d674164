package dev.noc.probe.check.http;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Keeps the certificates that servers send before they are judged: also those of a handshake that fails. */
final class ChainWitness extends X509ExtendedTrustManager {

    private final @Nullable X509ExtendedTrustManager judge;
    private final List<X509Certificate> seen = new ArrayList<>();
    private List<X509Certificate> chain = List.of();

    /** Creates a witness; one without a judge lets everything pass. */
    ChainWitness(@Nullable X509ExtendedTrustManager judge) {
        this.judge = judge;
    }

    /** Returns the last chain that came, the server's own certificate first. */
    List<X509Certificate> chain() {
        return chain;
    }

    /** Returns when the first of all the certificates ends. */
    Optional<Instant> expiry() {
        return seen.stream()
                .map(certificate -> certificate.getNotAfter().toInstant())
                .min(Comparator.naturalOrder());
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        keep(chain);
        if (judge != null) {
            judge.checkServerTrusted(chain, authType, socket);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        keep(chain);
        if (judge != null) {
            judge.checkServerTrusted(chain, authType, engine);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        keep(chain);
        if (judge != null) {
            judge.checkServerTrusted(chain, authType);
        }
    }

    private void keep(X509Certificate[] sent) {
        chain = List.copyOf(Arrays.asList(sent));
        seen.addAll(chain);
    }

    /** OkHttp would index them for every client, and uses that for pinned certificates alone. */
    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {
        throw new UnsupportedOperationException();
    }
}
