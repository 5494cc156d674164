package dev.noc.probe.check.http;

import java.io.EOFException;
import java.net.SocketException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Says why a TLS handshake failed, from the certificates rather than from the words of the library. */
record TlsFailure(String host, int port, List<X509Certificate> chain, Instant now) {

    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    String because(SSLException failure) {
        if (failure instanceof SSLPeerUnverifiedException) {
            return "The certificate is for %s, not for %s.".formatted(names(chain.getFirst()), host);
        }
        if (isCausedBy(failure, CertificateException.class)) {
            return distrust();
        }
        if (isCausedBy(failure, EOFException.class) || isCausedBy(failure, SocketException.class)) {
            return "%s closed the connection in the TLS handshake.".formatted(host);
        }
        if (String.valueOf(failure.getMessage()).contains("Unsupported or unrecognized SSL message")) {
            return "%s does not speak TLS on port %d.".formatted(host, port);
        }
        return "The TLS handshake with %s failed: %s.".formatted(host, failure.getMessage());
    }

    /** A server's own certificate comes first, so its end is named before that of an authority. */
    private String distrust() {
        for (var certificate : chain) {
            var from = certificate.getNotBefore().toInstant();
            var to = certificate.getNotAfter().toInstant();
            if (to.isBefore(now)) {
                return "The certificate of %s expired on %s.".formatted(owner(certificate), day(to));
            }
            if (from.isAfter(now)) {
                return "The certificate of %s is not valid before %s.".formatted(owner(certificate), day(from));
            }
        }
        return "The certificate of %s is not trusted: this probe does not know who issued it (%s)."
                .formatted(host, chain.getLast().getIssuerX500Principal().getName());
    }

    private String owner(X509Certificate certificate) {
        return certificate.equals(chain.getFirst())
                ? host
                : certificate.getSubjectX500Principal().getName();
    }

    private static String names(X509Certificate certificate) {
        try {
            var names = Objects.requireNonNullElse(certificate.getSubjectAlternativeNames(), List.<List<?>>of());
            var hosts = names.stream().filter(TlsFailure::isHost).map(name -> String.valueOf(name.get(1)));
            var joined = String.join(", ", hosts.toList());
            return joined.isEmpty() ? "no host at all" : joined;
        } catch (CertificateParsingException e) {
            return "names that cannot be read";
        }
    }

    private static boolean isHost(Collection<?> name) {
        var kind = name.iterator().next();
        return kind.equals(DNS_NAME) || kind.equals(IP_ADDRESS);
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
