package dev.noc.system.machine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The engine, by its own command. */
public final class Docker {

    /** What an engine holds, and how {@code docker KIND ls} calls the name of one. */
    public enum Kind {
        CONTAINER("{{.Names}}"),
        NETWORK("{{.Name}}"),
        VOLUME("{{.Name}}"),
        IMAGE("{{.Repository}}:{{.Tag}}");

        private final String name;

        Kind(String name) {
            this.name = name;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final JsonMapper JSON = new JsonMapper();

    private Docker() {}

    public static Output run(String... words) {
        return Command.of("docker").and(words).within(Duration.ofMinutes(2)).succeed();
    }

    /** The names of all that a filter lets through; of containers, the stopped ones too. */
    public static List<String> names(Kind kind, String filter) {
        var list = kind == Kind.CONTAINER ? new String[] {"ps", "--all"} : new String[] {kind.toString(), "ls"};
        return Command.of("docker")
                .and(list)
                .and("--filter", filter, "--format", kind.name)
                .succeed()
                .lines();
    }

    /** What the engine knows of a container, as {@code docker inspect} tells it. */
    public static JsonNode inspect(String container) {
        return JSON.readTree(run("container", "inspect", container).stdout()).get(0);
    }

    public static boolean isRunning(String container) {
        return inspect(container).at("/State/Running").asBoolean();
    }

    public static boolean isHealthy(String container) {
        return isRunning(container)
                && "healthy"
                        .equals(inspect(container).at("/State/Health/Status").asString());
    }

    /** A copy of what is below a path in a container; while it is taken, nothing there runs. */
    public static void copyWhilePaused(String container, String path, Path to) {
        run("pause", container);
        try {
            run("cp", container + ":" + path, to.toString());
        } finally {
            run("unpause", container);
        }
    }
}
