package dev.noc.probe.backend;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the backend answered.
 *
 * @param status the HTTP status code
 * @param etag the version of what was asked for, where the backend names one
 * @param body as text
 * @param namesake whether the backend hears of another probe with our id
 */
public record Answer(int status, @Nullable String etag, String body, boolean namesake) {

    private static final String CONFLICT_HEADER = "Noc-Probe-Conflict";

    private static final int LONGEST_REASON = 500;
    private static final int MOST_ERRORS = 3;

    static Answer of(HttpResponse<String> response) {
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("ETag").orElse(null),
                response.body(),
                response.headers().firstValue(CONFLICT_HEADER).isPresent());
    }

    /** Returns whether the backend took what was sent, or gave what was asked for. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Returns whether our token is missing or wrong. */
    public boolean refusesToken() {
        return status == 401 || status == 403;
    }

    /** Returns the status and the sentence for people that came with it. */
    public String reason() {
        var sentence = explanation().replaceAll("\\s+", " ").strip();
        var cut = sentence.length() > LONGEST_REASON ? sentence.substring(0, LONGEST_REASON) + " ..." : sentence;
        return cut.isEmpty() ? "status " + status : "status %d: %s".formatted(status, cut);
    }

    private String explanation() {
        try {
            var problem = JsonMapper.shared().readTree(body);
            var sentences = new ArrayList<>(List.of(problem.path("detail").asString(body)));
            problem.path("errors").values().stream()
                    .limit(MOST_ERRORS)
                    .map(Answer::fieldError)
                    .forEach(sentences::add);
            return String.join(" ", sentences);
        } catch (JacksonException e) {
            return body;
        }
    }

    private static String fieldError(JsonNode error) {
        return "(%s %s)"
                .formatted(
                        error.path("field").asString(""), error.path("message").asString(""));
    }
}
