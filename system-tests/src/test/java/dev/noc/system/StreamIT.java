package dev.noc.system;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.noc.system.browser.Chromium;
import dev.noc.system.browser.ChromiumExtension;
import dev.noc.system.machine.Need;
import dev.noc.system.machine.Needs;
import dev.noc.system.noc.Stack;
import dev.noc.system.noc.StackExtension;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The live stream through the real nginx. */
@Needs({Need.ENGINE, Need.NAMESPACES, Need.CHROMIUM})
@ExtendWith({StackExtension.class, ChromiumExtension.class})
@Timeout(300) // a stream never ends by itself
class StreamIT {

    /** A browser gives up where nginx says that the backend is away, so the page has to begin anew. */
    private static final String FOLLOW = """
            () => {
              window.events = [];
              const follow = (last) => {
                const source = new EventSource('/api/v1/stream' + (last ? '?lastEventId=' + last : ''));
                for (const name of ['result', 'status', 'incident', 'reload']) {
                  source.addEventListener(name, (event) => {
                    last = event.lastEventId;
                    window.events.push({ name, data: JSON.parse(event.data) });
                  });
                }
                source.onerror = () => {
                  if (source.readyState === EventSource.CLOSED) setTimeout(() => follow(last), 500);
                };
              };
              follow();
            }""";

    private final Stack noc;
    private final Chromium chromium;

    StreamIT(Stack noc, Chromium chromium) {
        this.noc = noc;
        this.chromium = chromium;
    }

    @Test
    void tellsABrowserOfEachTargetAndToReloadAfterTheBackendWasAway() {
        try (var visit = chromium.visit(noc.url())) {
            visit.page().evaluate(FOLLOW);
            for (var target : new String[] {"google-dns", "cloudflare-dns", "quad9-dns"}) {
                await(visit.page(), "event.name === 'result' && event.data.target === '%s'".formatted(target));
            }

            noc.withoutBackend(() -> {});

            await(visit.page(), "event.name === 'reload'");
            visit.page().evaluate("() => { window.events.length = 0; }");
            await(visit.page(), "event.name === 'result' && event.data.latencyMillis > 0");
        }
    }

    @Test
    void tellsABrowserThatAHostFellSilent() {
        try (var visit = chromium.visit(noc.url())) {
            visit.page().evaluate(FOLLOW);
            await(visit.page(), "event.name === 'result' && event.data.target === 'google-dns'");

            noc.internet().silence("8.8.8.8");
            try {
                await(visit.page(), "event.name === 'result' && event.data.lossPercent === 100");
                await(visit.page(), "event.name === 'status' && event.data.status === 'DOWN'");
                await(visit.page(), "event.name === 'incident' && event.data.open");
            } finally {
                noc.internet().revive("8.8.8.8");
            }

            await(visit.page(), "event.name === 'incident' && !event.data.open");
        }
    }

    @Test
    void reachesAThousandClientsThroughNginx() throws Exception {
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var readers = new ArrayList<BufferedReader>();
            try {
                for (int i = 0; i < 1_000; i++) {
                    readers.add(connect(http));
                }
                for (var reader : readers) {
                    assertThat(reader.lines().filter("event: result"::equals).findFirst())
                            .isPresent();
                }
            } finally {
                for (var reader : readers) {
                    reader.close();
                }
                http.shutdownNow(); // or closing would wait for whatever a failure left open
            }
        }
    }

    /** A page that was closed has its place until the backend next writes to it: the last of a thousand may have to wait. */
    private BufferedReader connect(HttpClient http) {
        return Awaitility.await("there is room for one more client")
                .atMost(ofSeconds(40))
                .pollInSameThread()
                .until(() -> tryToConnect(http), Objects::nonNull);
    }

    private @Nullable BufferedReader tryToConnect(HttpClient http) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(noc.url() + "/api/v1/stream")).build();
        var answer = http.send(request, BodyHandlers.ofInputStream());
        if (answer.statusCode() == 503) {
            answer.body().close();
            return null;
        }
        assertThat(answer.statusCode()).isEqualTo(200);
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private static void await(Page page, String condition) {
        Awaitility.await(condition)
                .atMost(ofSeconds(60))
                .pollInSameThread()
                .untilAsserted(
                        () -> assertThat(page.evaluate("() => window.events.some((event) => %s)".formatted(condition)))
                                .isEqualTo(true));
    }
}
