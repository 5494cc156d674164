package dev.noc.backend.question;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.noc.backend.question.ParameterRefusal.Violation;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void rangeEndsNowWhereNothingIsSaid() {
        assertThat(Parameters.of(Map.of()).range(NOW, DAY)).isEqualTo(new TimeRange(NOW.minus(DAY), NOW));
    }

    @Test
    void rangeIsWhatWasAskedFor() {
        var asked = given(Map.of("from", "2026-11-01T00:00:00Z", "to", "2026-11-02T01:00:00+01:00"));

        assertThat(asked.range(NOW, DAY))
                .isEqualTo(new TimeRange(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-11-02T00:00:00Z")));
    }

    @Test
    void rangeBeginsSoLongBeforeItsEnd() {
        var end = Instant.parse("2026-11-02T00:00:00Z");

        assertThat(given(Map.of("to", "2026-11-02T00:00:00Z")).range(NOW, DAY))
                .isEqualTo(new TimeRange(end.minus(DAY), end));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T09:00:01Z, , from, must be in the past",
        "2026-11-02T00:00:00Z, 2026-11-01T00:00:00Z, to, must be later than 'from'",
        "2026-11-01T00:00:00Z, 2026-11-01T00:00:00Z, to, must be later than 'from'"
    })
    void rangeThatIsNoneIsRefused(String from, String to, String field, String message) {
        var asked = given(Map.of("from", from, "to", Objects.requireNonNullElse(to, "")));

        assertThat(refusals(asked, it -> it.range(NOW, DAY))).containsExactly(new Violation(field, message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2026-11-20",
                "1969-12-31T23:59:59Z",
                "+12345-01-01T00:00:00Z",
                "2026-11-20T09:00:00 01:00"
            })
    void timeThatIsNoneIsRefused(String time) {
        assertThat(refusals(given(Map.of("since", time)), it -> it.time("since")))
                .containsExactly(new Violation(
                        "since", "must be a time from 1970 on such as 2026-11-20T09:00:00Z; write '+' as %2B"));
    }

    @Test
    void numbersKeepToTheirLimits() {
        assertThat(given(Map.of("points", "2000")).number("points", 1, 2_000, 500))
                .isEqualTo(2_000);
        assertThat(Parameters.of(Map.of()).number("points", 1, 2_000, 500)).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2001", "many", "1.5", "99999999999"})
    void numberBeyondItsLimitsIsRefused(String points) {
        assertThat(refusals(given(Map.of("points", points)), it -> it.number("points", 1, 2_000, 500)))
                .containsExactly(new Violation("points", "must be a whole number from 1 to 2000"));
    }

    @Test
    void choicesAreWrittenInLowerCase() {
        assertThat(given(Map.of("unit", "rounds")).choice("unit", Unit.ROLLUPS)).isEqualTo(Unit.ROUNDS);
        assertThat(Parameters.of(Map.of()).choice("unit", Unit.ROLLUPS)).isEqualTo(Unit.ROLLUPS);
        assertThat(refusals(given(Map.of("unit", "ROUNDS")), it -> it.choice("unit", Unit.ROLLUPS)))
                .containsExactly(new Violation("unit", "must be rounds or rollups"));
    }

    @Test
    void flagsAreTrueOrFalse() {
        assertThat(given(Map.of("open", "true")).flag("open")).isTrue();
        assertThat(Parameters.of(Map.of()).flag("open")).isNull();
        assertThat(refusals(given(Map.of("open", "yes")), it -> it.flag("open")))
                .containsExactly(new Violation("open", "must be true or false"));
    }

    @Test
    void zonesHaveNames() {
        assertThat(given(Map.of("zone", "Europe/Berlin")).zone("zone", ZoneOffset.UTC))
                .isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(refusals(given(Map.of("zone", "Berlin")), it -> it.zone("zone", ZoneOffset.UTC)))
                .containsExactly(new Violation("zone", "must be a time zone such as Europe/Berlin or UTC"));
    }

    @Test
    void whatIsRequiredMustBeThere() {
        assertThat(refusals(Parameters.of(Map.of()), it -> it.required("target", "must be the id of a target")))
                .containsExactly(new Violation("target", "must be the id of a target"));
    }

    @Test
    void parameterThatIsGivenTwiceIsRefused() {
        var asked = Parameters.of(Map.of("probe", List.of("office", "home")));

        assertThat(refusals(asked, it -> it.text("probe")))
                .containsExactly(new Violation("probe", "must be given once"));
    }

    @Test
    void nameThatNobodyAsksForIsRefused() {
        var asked = given(Map.of("form", "2026-11-01T00:00:00Z"));

        assertThat(refusals(asked, it -> it.range(NOW, DAY)))
                .containsExactly(new Violation("form", "is not known here: there are from, to"));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        var asked = given(Map.of("points", "many", "zone", "Berlin"));

        assertThat(refusals(asked, it -> {
                    it.number("points", 1, 2_000, 500);
                    it.zone("zone", ZoneOffset.UTC);
                }))
                .hasSize(2);
    }

    private static Parameters given(Map<String, String> query) {
        return Parameters.of(
                query.entrySet().stream().collect(toMap(Map.Entry::getKey, entry -> List.of(entry.getValue()))));
    }

    private static List<Violation> refusals(Parameters asked, Consumer<Parameters> ask) {
        ask.accept(asked);
        var refusal = catchThrowableOfType(ParameterRefusal.class, asked::refuseWhatIsWrong);
        return refusal.violations();
    }

    private enum Unit {
        ROUNDS,
        ROLLUPS
    }
}
