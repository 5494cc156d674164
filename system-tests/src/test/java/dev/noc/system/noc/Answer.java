package dev.noc.system.noc;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came back over HTTP.
 *
 * @param headers by their names in lower case; of several of a name, the last
 */
public record Answer(int status, Map<String, String> headers, String body) {

    static final JsonMapper JSON = new JsonMapper();

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    public JsonNode json() {
        return JSON.readTree(body);
    }

    public <T> T as(Class<T> type) {
        return JSON.readValue(body, type);
    }
}
