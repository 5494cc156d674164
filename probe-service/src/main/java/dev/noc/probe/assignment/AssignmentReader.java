package dev.noc.probe.assignment;

import dev.noc.protocol.Assignment;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a JSON array of targets, from whom it may come. What is wrong with one target does not stop the others. */
@Component
class AssignmentReader {

    private static final Logger log = LoggerFactory.getLogger(AssignmentReader.class);

    /** What every target has, or may have, in {@code GET /api/v1/targets}. */
    private static final Set<String> COMMON = Set.of(
            "id",
            "name",
            "address",
            "check",
            "intervalMillis",
            "enabled",
            "tags",
            "provisioned",
            "downAfterRounds",
            "upAfterRounds",
            "degradedLossPercent",
            "latencyLimitMillis");

    private static final long SHORTEST_MILLIS = AssignmentProperties.SHORTEST.toMillis();
    private static final long LONGEST_MILLIS = AssignmentProperties.LONGEST.toMillis();

    private final JsonMapper json;
    private final AssignmentProperties properties;

    AssignmentReader(JsonMapper json, AssignmentProperties properties) {
        this.json = json;
        this.properties = properties;
    }

    /** Returns the targets that are enabled and make sense, in the order of their ids. */
    List<Assignment> read(String text) throws UnreadableAssignmentsException {
        Map<String, Assignment> targets = new TreeMap<>();
        for (var element : elements(text)) {
            try {
                var target = target(element);
                if (targets.putIfAbsent(target.id(), target) != null) {
                    log.warn("Target {} is listed twice. Only the first one is watched.", target.id());
                }
            } catch (IllegalArgumentException e) {
                log.warn("A target is left out: {} in {}. Correct it in the backend.", e.getMessage(), element);
            }
        }
        return targets.values().stream().filter(Assignment::enabled).toList();
    }

    private JsonNode elements(String text) throws UnreadableAssignmentsException {
        try {
            var tree = json.readTree(text);
            if (tree.isArray()) {
                return tree;
            }
            throw new UnreadableAssignmentsException("it is not a JSON array");
        } catch (JacksonException e) {
            throw new UnreadableAssignmentsException("it is not JSON: " + e.getOriginalMessage());
        }
    }

    private Assignment target(JsonNode element) {
        var id = required(element, "id");
        return new Assignment(
                id,
                element.path("name").stringValueOpt().orElse(id),
                required(element, "address"),
                required(element, "check"),
                intervalMillis(element.path("intervalMillis")),
                element.path("enabled").asBoolean(true),
                settings(element));
    }

    /** Whatever is not common to all checks is taken for the check's own: it knows which of these fields it has. */
    private Map<String, Object> settings(JsonNode element) {
        Map<String, Object> settings = new TreeMap<>();
        element.properties().stream()
                .filter(field ->
                        !COMMON.contains(field.getKey()) && !field.getValue().isNull())
                .forEach(field -> settings.put(field.getKey(), json.treeToValue(field.getValue(), Object.class)));
        return settings;
    }

    private static String required(JsonNode element, String field) {
        return element.path(field)
                .stringValueOpt()
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new IllegalArgumentException("'%s' is missing".formatted(field)));
    }

    private long intervalMillis(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return properties.interval().toMillis();
        }
        var millis = value.asLong(0);
        if (millis < SHORTEST_MILLIS || millis > LONGEST_MILLIS) {
            throw new IllegalArgumentException(
                    "'intervalMillis' is not a number from %d to %d".formatted(SHORTEST_MILLIS, LONGEST_MILLIS));
        }
        return millis;
    }
}
