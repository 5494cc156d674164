package dev.noc.probe.check.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.noc.probe.check.Ports;
import dev.noc.protocol.Result;
import dev.noc.protocol.WireTime;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HttpsCheckTest {

    private static final Map<String, Object> IPV4 = Map.of("prefer", "ipv4");

    @SuppressWarnings("NullAway.Init")
    private static Certificates certificates;

    @SuppressWarnings("NullAway.Init")
    private static X509ExtendedTrustManager judge;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Rounds rounds = new Rounds(() -> judge);

    @BeforeAll
    static void make(@TempDir Path dir) throws Exception {
        certificates = Certificates.make(dir);
        judge = SystemTrust.judgeFrom(certificates.authority());
    }

    @AfterEach
    void stop() {
        rounds.close();
        threads.shutdownNow();
    }

    @Test
    void shakesHandsAnewInEachRound() throws Exception {
        var server = serve("valid");
        for (int i = 0; i < 2; i++) {
            var result = rounds.of(url(server), IPV4);

            assertThat(result.error()).isNull();
            assertThat(result.rttMillis()).singleElement().isNotNull();
            assertThat(result.attributes())
                    .containsKeys("resolveMillis", "connectMillis", "tlsMillis", "firstByteMillis")
                    .containsEntry("tlsExpiry", WireTime.format(certificates.expiry("valid")));
        }
        server.stop(0);
    }

    @Test
    void tellsThatACertificateHasExpired() throws Exception {
        var day = LocalDate.ofInstant(certificates.expiry("expired"), ZoneOffset.UTC);

        assertRefused("expired", "The certificate of localhost expired on %s.".formatted(day));
    }

    @Test
    void tellsThatACertificateIsNotTrusted() throws Exception {
        assertRefused(
                "stranger",
                "The certificate of localhost is not trusted: this probe does not know who issued it (CN=stranger).");
    }

    @Test
    void tellsThatACertificateIsForAnotherName() throws Exception {
        assertRefused("elsewhere", "The certificate is for elsewhere.test, 127.0.0.9, not for localhost.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "stranger", "elsewhere"})
    void takesAnyCertificateWhereItIsToldTo(String alias) throws Exception {
        var server = serve(alias);

        var result = rounds.of(url(server), Map.of("prefer", "ipv4", "verifyTls", false));

        assertThat(result.error()).isNull();
        assertThat(result.attributes()).containsEntry("tlsExpiry", WireTime.format(certificates.expiry(alias)));
        server.stop(0);
    }

    @Test
    void tellsThatTheHandshakeFails() throws Exception {
        var alert = HexFormat.of().parseHex("15030300020228");

        assertThat(reason(sayOnceAsked(alert)))
                .startsWith("The TLS handshake with 127.0.0.1 failed: ")
                .contains("handshake_failure");
    }

    @Test
    void tellsThatAServerSpeaksNoTls() throws Exception {
        assertThat(reason(sayOnceAsked("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8))))
                .startsWith("127.0.0.1 does not speak TLS on port ");
    }

    @Test
    void tellsThatTheHandshakeIsBrokenOff() throws Exception {
        assertThat(reason(sayOnceAsked(new byte[0])))
                .isEqualTo("127.0.0.1 closed the connection in the TLS handshake.");
    }

    @Test
    void tellsThatTheHandshakeHangs() throws Exception {
        try (var silent = Ports.open()) {
            var result =
                    rounds.of("https://127.0.0.1:%d/".formatted(silent.getLocalPort()), Map.of("timeoutMillis", 300));

            assertThat(reason(result))
                    .isEqualTo("127.0.0.1 does not answer within 300 ms: time ran out while in the TLS handshake.");
        }
    }

    private void assertRefused(String alias, String reason) throws Exception {
        var server = serve(alias);

        var result = rounds.of(url(server), IPV4);

        assertThat(result.rttMillis()).containsExactly((Double) null);
        assertThat(reason(result)).isEqualTo(reason);
        assertThat(result.attributes())
                .containsEntry("tlsExpiry", WireTime.format(certificates.expiry(alias)))
                .containsEntry("address", "127.0.0.1")
                .doesNotContainKey("statusCode");
        server.stop(0);
    }

    private static String reason(Result result) {
        var error = result.error();
        return error == null ? "" : error.reason();
    }

    private Result sayOnceAsked(byte[] answer) throws Exception {
        try (var server = Ports.saying(answer)) {
            return rounds.of("https://127.0.0.1:%d/".formatted(server.getLocalPort()), Map.of());
        }
    }

    private static String url(HttpsServer server) {
        return "https://localhost:%d/".formatted(server.getAddress().getPort());
    }

    private HttpsServer serve(String alias) throws Exception {
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificates.server(alias)));
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, -1);
            }
        });
        server.setExecutor(threads);
        server.start();
        return server;
    }
}
