package dev.noc.probe.backend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerTest {

    @Test
    void givesTheSentenceOfAProblemDocument() {
        assertThat(reason(403, """
                {"type":"/problems/wrong-token","title":"Wrong token","detail":"Present the token of this backend."}""")).isEqualTo("status 403: Present the token of this backend.");
    }

    @Test
    void namesTheFirstFieldsThatAreWrong() {
        assertThat(reason(400, """
                {"detail":"Nothing was stored.","errors":[
                  {"field":"results[0].time","message":"is ahead"},
                  {"field":"results[1].time","message":"is ahead"},
                  {"field":"results[2].time","message":"is ahead"},
                  {"field":"results[3].time","message":"is ahead"}]}"""))
                .startsWith("status 400: Nothing was stored. (results[0].time is ahead)")
                .doesNotContain("results[3]");
    }

    @Test
    void showsTheBeginningOfWhateverElseCame() {
        assertThat(reason(502, "<html>\n  <h1>Bad Gateway</h1>")).isEqualTo("status 502: <html> <h1>Bad Gateway</h1>");
        assertThat(reason(502, "x".repeat(10_000))).hasSizeLessThan(600).endsWith(" ...");
        assertThat(reason(200, "[1, 2]")).isEqualTo("status 200: [1, 2]");
        assertThat(reason(503, "")).isEqualTo("status 503");
    }

    private static String reason(int status, String body) {
        return new Answer(status, null, body, false).reason();
    }
}
