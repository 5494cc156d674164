package dev.noc.probe.assignment;

import dev.noc.protocol.Assignment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What several tests of this package begin with. */
final class Fixtures {

    static final Assignment GATEWAY = new Assignment("gateway", "Gateway", "127.0.0.1", "icmp", 5_000, true);
    static final Assignment OFFICE = new Assignment("office", "Office", "::1", "icmp", 10_000, true);

    static final String BOTH = """
            [{"id":"office","name":"Office","address":"::1","check":"icmp","intervalMillis":10000,"enabled":true},
             {"id":"gateway","name":"Gateway","address":"127.0.0.1","check":"icmp","intervalMillis":5000,"enabled":true,
              "tags":["lan"],"provisioned":false}]""";

    static final Assignment SHOP = new Assignment(
            "shop",
            "Shop",
            "https://shop.example",
            "http",
            60_000,
            true,
            Map.of("expectedStatus", "200", "maxRedirects", 3));

    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(Assignment.class, AssignmentMixin.class)
            .build();

    private Fixtures() {}

    static AssignmentProperties properties(Path data) {
        return new AssignmentProperties(Duration.ofSeconds(10), data, Duration.ofSeconds(5));
    }

    static AssignmentReader reader() {
        return new AssignmentReader(JsonMapper.shared(), properties(Path.of("unused")));
    }

    static RememberedAssignments remembered(Path data) {
        return new RememberedAssignments(properties(data), JSON, reader());
    }
}
