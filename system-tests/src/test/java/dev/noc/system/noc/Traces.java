package dev.noc.system.noc;

import dev.noc.system.machine.Docker;
import dev.noc.system.machine.Docker.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** What there is of noc on this machine. */
public final class Traces {

    /** What everything of noc bears in the engine. */
    static final String PROJECT_LABEL = "com.docker.compose.project=noc";

    static final String PROJECT = "label=" + PROJECT_LABEL;

    private Traces() {}

    /** Containers, networks, volumes and images, each with its kind. */
    public static List<String> inEngine() {
        var traces = new ArrayList<>(inUse());
        for (var filter : List.of("label=dev.noc.image", "reference=network-*")) {
            traces.addAll(of(Kind.IMAGE, filter));
        }
        return traces;
    }

    /** A noc that is somebody's is not ours to stop and to delete: these tests fail rather than touch it. */
    static void refuseToDisturb() {
        var found = inUse();
        if (!isFree(5000)) {
            found.add("a program on port 5000");
        }
        if (!found.isEmpty()) {
            throw new IllegalStateException("noc is on this machine already, and these tests would destroy it: %s. %s"
                    .formatted(
                            String.join(", ", found),
                            "If it may go, run ./remove-app.sh; else leave these tests out with -DskipITs."));
        }
    }

    private static List<String> inUse() {
        var found = new ArrayList<String>();
        found.addAll(of(Kind.CONTAINER, "name=^network-(backend|frontend|probe|prometheus|grafana)$"));
        found.addAll(of(Kind.NETWORK, PROJECT));
        found.addAll(of(Kind.VOLUME, PROJECT));
        return found;
    }

    private static List<String> of(Kind kind, String filter) {
        return Docker.names(kind, filter).stream()
                .map(name -> "%s %s".formatted(kind, name))
                .toList();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
