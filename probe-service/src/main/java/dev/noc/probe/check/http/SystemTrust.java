package dev.noc.probe.check.http;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The authorities that Java knows, or those of {@code javax.net.ssl.trustStore}. Reads them when they are needed first. */
@Component
class SystemTrust implements Trust {

    private @Nullable X509ExtendedTrustManager judge;

    @Override
    public synchronized X509ExtendedTrustManager judge() throws GeneralSecurityException {
        if (judge == null) {
            judge = judgeFrom(null);
        }
        return judge;
    }

    /** Believes the authorities of a key store; of none: the system's. */
    static X509ExtendedTrustManager judgeFrom(@Nullable KeyStore authorities) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(authorities);
        return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
    }
}
