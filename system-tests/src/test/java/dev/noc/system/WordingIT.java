package dev.noc.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.noc.system.browser.Chromium;
import dev.noc.system.browser.ChromiumExtension;
import dev.noc.system.browser.Visit;
import dev.noc.system.machine.Need;
import dev.noc.system.machine.Needs;
import dev.noc.system.noc.Stack;
import dev.noc.system.noc.StackExtension;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the page puts numbers, times and the state of the network into words: its modules, asked in Chromium. */
@Needs({Need.ENGINE, Need.NAMESPACES, Need.CHROMIUM})
@ExtendWith({StackExtension.class, ChromiumExtension.class})
class WordingIT {

    private static final String NOON = "2026-11-20T12:00:00.000Z";

    private static Visit visit;

    @BeforeAll
    static void open(Stack noc, Chromium chromium) {
        visit = chromium.visit(noc.url());
    }

    @AfterAll
    static void close() {
        visit.close();
    }

    @ParameterizedTest
    @CsvSource({"0.041, 0.04 ms", "11.96, 12.0 ms", "118.4, 118 ms", "1234.5, '1,235 ms'"})
    void givesALatencyThreeDigits(String millis, String words) {
        assertThat(call("format", "millis", millis)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "25999, 25 s", "240000, 4 min", "7500000, 2 h 5 min", "7200000, 2 h", "273600000, 3 d 4 h"})
    void givesADurationTwoUnits(String millis, String words) {
        assertThat(call("format", "duration", millis)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0, 0%", "20, 20%", "33.33, 33.3%", "100, 100%"})
    void givesALossInPercent(String loss, String words) {
        assertThat(call("format", "percent", loss)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "UP UP UP,           All 3 targets answer",
        "UP,                 A answers",
        "UP DOWN UP,         B has not answered for 25 s",
        "DOWN DOWN UP,       2 of 3 targets are down",
        "DOWN DOWN,          Both targets are down",
        "UP DEGRADED UP,     B is degraded",
        "DOWN DEGRADED UP,   A has not answered for 25 s",
        "UNKNOWN UP UP,      2 of 3 targets answer",
        "UNKNOWN,            No data since 11:59",
        "'',                 No targets yet"
    })
    void saysTheGravestFirst(String statuses, String headline) {
        assertThat(headline(statuses, 0, null)).isEqualTo(headline);
    }

    @Test
    void callsNothingCurrentThatIsOlderThanTenSeconds() {
        assertThat(headline("UP UP", 10_000, null)).isEqualTo("Both targets answer");
        assertThat(headline("UP UP", 10_001, null)).isEqualTo("No data since 12:00");
        assertThat(headline("UP UP", 1_000, "The backend does not answer.")).isEqualTo("No data since 12:00");
    }

    @Test
    void takesNoHalfAnswer() {
        var path = "async (json) => (await import('/lib/answer.js')).readAnswer(json)";

        assertThatThrownBy(() -> visit.page().evaluate(path, List.of())).hasMessageContaining("is not an object");
    }

    /** The headline of targets A, B, … with these statuses, some time after the answer came. */
    private static Object headline(String statuses, int millisLater, @Nullable String failure) {
        var arguments =
                new Object[] {statuses.isEmpty() ? List.of() : List.of(statuses.split(" ", -1)), millisLater, failure};
        return plain(visit.page().evaluate("""
                async ([statuses, later, failure]) => {
                  const { viewOf } = await import('/lib/view.js');
                  const { headline } = await import('/lib/headline.js');
                  const noon = Date.parse('%s');
                  const targets = statuses.map((status, index) => ({
                    id: `t${index}`, name: 'ABC'[index], address: '', check: 'icmp', status, since: noon - 25_000,
                    lastChecked: noon - 5_000, latencyMillis: null, lossPercent: 0, jitterMillis: null, message: '',
                  }));
                  const known = { openedAt: noon, answer: { time: noon, targets }, receivedAt: noon, failure: failure ?? null };
                  return headline(viewOf(known, noon + later)).text;
                }""".formatted(NOON), arguments));
    }

    private static Object call(String module, String function, String argument) {
        return plain(visit.page()
                .evaluate(
                        "async ([module, name, argument]) => (await import(`/lib/${module}.js`))[name](JSON.parse(argument))",
                        List.of(module, function, argument)));
    }

    /** With spaces where the page has those that no line breaks at. */
    private static Object plain(Object words) {
        return words.toString().replace('\u00a0', ' ');
    }
}
