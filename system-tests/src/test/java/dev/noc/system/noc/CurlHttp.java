package dev.noc.system.noc;

import dev.noc.system.machine.Namespace;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Asks a server that is reached only from inside a network namespace. */
final class CurlHttp implements Http {

    private final Namespace namespace;
    private final String server;

    CurlHttp(Namespace namespace, String server) {
        this.namespace = namespace;
        this.server = server;
    }

    @Override
    public Answer send(String method, String path, Map<String, String> headers, String body) {
        // Without Expect, a large body is sent at once, as most clients do.
        var curl = namespace.command("curl", "-sS", "--max-time", "10", "--include", "-X", method, "-H", "Expect:");
        headers.forEach((name, value) -> curl.and("-H", name + ": " + value));
        if (!body.isEmpty()) {
            curl.and("--data-binary", "@-").reading(body);
        }
        return parse(curl.and(server + path).succeed().stdout());
    }

    private static Answer parse(String text) {
        var parts = text.split("\r\n\r\n", 2);
        var lines = parts[0].split("\r\n");
        var headers = new HashMap<String, String>();
        for (var line : List.of(lines).subList(1, lines.length)) {
            var colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new Answer(Integer.parseInt(lines[0].split(" ", 3)[1]), headers, parts[1]);
    }
}
