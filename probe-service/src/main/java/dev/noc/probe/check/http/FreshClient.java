package dev.noc.probe.check.http;

import dev.noc.icmp.UnresolvedException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/** OkHttp with all taken off that would save a round trip, or hide a failure: what is left is what a new visitor sees. */
final class FreshClient {

    /** Keeps no connection. It is one for all, so that OkHttp's thread for it is one. */
    private static final ConnectionPool NO_POOL = new ConnectionPool(0, 5, TimeUnit.MINUTES);

    /** How a name is looked up. */
    interface Lookup {
        InetAddress resolve(String host) throws UnresolvedException, InterruptedException;
    }

    private FreshClient() {}

    static OkHttpClient of(Lookup names, ChainWitness witness, boolean verifyHost, EventListener listener)
            throws GeneralSecurityException {
        var builder = new OkHttpClient.Builder()
                .connectionPool(NO_POOL)
                .protocols(List.of(Protocol.HTTP_1_1))
                .proxy(Proxy.NO_PROXY)
                .socketFactory(new PromptSockets())
                .dns(host -> List.of(resolve(names, host)))
                .sslSocketFactory(sockets(witness), witness)
                .eventListener(listener)
                .followRedirects(false)
                .retryOnConnectionFailure(false)
                .fastFallback(false)
                // The time-out of the whole call is the only one.
                .connectTimeout(Duration.ZERO)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                // OkHttp would ask a second time after a 503 with 'Retry-After: 0'.
                .addNetworkInterceptor(chain -> chain.proceed(chain.request())
                        .newBuilder()
                        .removeHeader("Retry-After")
                        .build());
        return verifyHost
                ? builder.build()
                : builder.hostnameVerifier((host, session) -> true).build();
    }

    /** OkHttp knows no other way to be interrupted than this. */
    private static InetAddress resolve(Lookup names, String host) throws UnknownHostException {
        try {
            return names.resolve(host);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException("The probe was stopped during the look-up of " + host);
        }
    }

    /** A context of its own for each round: else the next would resume the session, and be sent no certificates. */
    private static SSLSocketFactory sockets(ChainWitness witness) throws GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {witness}, null);
        return context.getSocketFactory();
    }
}
