package dev.noc.probe.check.http;

import dev.noc.probe.check.Attempt;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/** How long each phase of a round took, summed over its redirects. The round's own thread tells and asks. */
final class Phases extends EventListener {

    /** A stretch of a call, in the order in which they come. */
    enum Phase {
        RESOLVE("resolveMillis", "looking up the name"),
        CONNECT("connectMillis", "connecting"),
        TLS("tlsMillis", "in the TLS handshake"),
        FIRST_BYTE("firstByteMillis", "waiting for the answer"),
        BODY("", "reading the body");

        final String attribute;
        final String words;

        Phase(String attribute, String words) {
            this.attribute = attribute;
            this.words = words;
        }
    }

    private final Map<Phase, Long> nanos = new EnumMap<>(Phase.class);
    private Phase current = Phase.RESOLVE;
    private long since;
    private @Nullable InetSocketAddress address;

    /** Returns where the round is, or where it came to an end. */
    Phase current() {
        return current;
    }

    /** Returns whom the round was connected to last, or was about to be. */
    @Nullable
    InetSocketAddress address() {
        return address;
    }

    /** Returns the time of all phases together. */
    long sum() {
        return nanos.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Returns the phases that came to their end, as attributes. */
    void addTo(Map<String, Object> attributes) {
        nanos.forEach((phase, took) -> attributes.put(phase.attribute, Attempt.millis(took)));
    }

    private void begin(Phase next) {
        current = next;
        since = System.nanoTime();
    }

    private void end() {
        nanos.merge(current, System.nanoTime() - since, Long::sum);
    }

    @Override
    public void dnsStart(Call call, String name) {
        begin(Phase.RESOLVE);
    }

    @Override
    public void dnsEnd(Call call, String name, List<InetAddress> addresses) {
        end();
    }

    @Override
    public void connectStart(Call call, InetSocketAddress to, Proxy proxy) {
        address = to;
        begin(Phase.CONNECT);
    }

    @Override
    public void secureConnectStart(Call call) {
        end();
        begin(Phase.TLS);
    }

    @Override
    public void connectEnd(Call call, InetSocketAddress to, Proxy proxy, @Nullable Protocol protocol) {
        end();
    }

    @Override
    public void requestHeadersStart(Call call) {
        begin(Phase.FIRST_BYTE);
    }

    @Override
    public void responseHeadersStart(Call call) {
        end();
        begin(Phase.BODY);
    }
}
