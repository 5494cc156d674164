package dev.noc.system.noc;

import dev.noc.system.machine.Namespace;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** A client of noc. */
public final class Api {

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private final Http http;

    private Api(Http http) {
        this.http = http;
    }

    public static Api at(String server) {
        return new Api(new DirectHttp(URI.create(server)));
    }

    static Api inside(Namespace namespace, String server) {
        return new Api(new CurlHttp(namespace, server));
    }

    public Answer get(String path) {
        return http.send("GET", path, Map.of(), "");
    }

    public Answer get(String path, String accepted) {
        return http.send("GET", path, Map.of("Accept", accepted), "");
    }

    /** Sends JSON without a token. */
    public Answer post(String path, String json) {
        return http.send("POST", path, JSON, json);
    }

    public Answer post(String path, String json, String token) {
        return http.send("POST", path, authorized(token), json);
    }

    public Answer delete(String path, String token) {
        return http.send("DELETE", path, authorized(token), "");
    }

    public List<Overview.Target> targets() {
        return get("/metrics").as(Overview.class).targets();
    }

    public Overview.Target target(String id) {
        return targets().stream()
                .filter(target -> target.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no target " + id));
    }

    private static Map<String, String> authorized(String token) {
        return Map.of("Content-Type", "application/json", "Authorization", "Bearer " + token);
    }
}
