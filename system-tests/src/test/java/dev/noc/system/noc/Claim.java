package dev.noc.system.noc;

import dev.noc.system.machine.Docker;
import dev.noc.system.machine.Docker.Kind;
import java.time.Instant;
import java.util.List;

/**
 * Says in the engine that what it holds of noc belongs to a run of these tests, and to which: a volume, which outlives a
 * run that is killed and a machine that restarts, and goes with everything else when noc is removed.
 */
final class Claim {

    private static final String VOLUME = "noc-system-tests";
    private static final String OWNER = "dev.noc.system-tests.owner";

    private Claim() {}

    /** Takes the engine for this run. What a killed run left is removed; what is somebody's is left alone. */
    static void stake() {
        if (isLeftOver()) {
            try (var checkout = Checkout.create()) {
                checkout.script("remove-app.sh", "--docker").succeed();
            }
        }
        Traces.refuseToDisturb();
        Docker.run("volume", "create", "--label", Traces.PROJECT_LABEL, "--label", OWNER + "=" + current(), VOLUME);
    }

    /** A noc that was started from another folder since then is somebody's, even on the volumes of a killed run. */
    private static boolean isLeftOver() {
        return owners().stream().anyMatch(owner -> !isAlive(owner))
                && folders().stream().allMatch(folder -> folder.contains("/" + Checkout.FOLDER));
    }

    private static List<String> owners() {
        return Docker.names(Kind.VOLUME, "label=" + OWNER).stream()
                .map(volume -> Docker.run(
                                "volume", "inspect", "--format", "{{index .Labels \"%s\"}}".formatted(OWNER), volume)
                        .stdout()
                        .strip())
                .toList();
    }

    private static List<String> folders() {
        return Docker.run(
                        "ps",
                        "--all",
                        "--filter",
                        "label=" + Traces.PROJECT_LABEL,
                        "--format",
                        "{{.Label \"com.docker.compose.project.working_dir\"}}")
                .lines();
    }

    private static String current() {
        return owner(ProcessHandle.current());
    }

    /** A number alone may by now be another process. */
    private static String owner(ProcessHandle process) {
        return "%d@%s".formatted(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    private static boolean isAlive(String owner) {
        long pid = Long.parseLong(owner.substring(0, owner.indexOf('@')));
        return ProcessHandle.of(pid).map(Claim::owner).filter(owner::equals).isPresent();
    }
}
