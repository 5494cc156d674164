package dev.noc.icmp.engine;

import dev.noc.icmp.linux.Family;
import dev.noc.icmp.linux.KernelClock;
import dev.noc.icmp.linux.Linux;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Both address families, as far as this host has them. */
final class Links {

    private final Map<Family, Link> links = new EnumMap<>(Family.class);
    private final List<Lane> lanes = new ArrayList<>();
    private final Desk desk;
    private final KernelClock clock;

    Links(Sockets sockets, Desk desk, Deadlines deadlines, KernelClock clock, Counters counters) {
        this.desk = desk;
        this.clock = clock;
        for (var family : Family.values()) {
            var lanesOfFamily = sockets.of(family).stream()
                    .map(socket -> new Lane(socket, desk, counters))
                    .toList();
            if (!lanesOfFamily.isEmpty()) {
                links.put(family, new Link(lanesOfFamily, desk, deadlines, clock, counters));
                lanes.addAll(lanesOfFamily);
            }
        }
    }

    void send(Echo echo) {
        var link = links.get(echo.volley.target.family());
        if (link == null) {
            desk.unsent(echo, Linux.EAFNOSUPPORT);
        } else {
            link.add(echo);
        }
    }

    void flush() {
        links.values().forEach(Link::flush);
    }

    void retry() {
        links.values().forEach(Link::retry);
    }

    boolean hasDeferred() {
        return links.values().stream().anyMatch(Link::hasDeferred);
    }

    /**
     * Reads all that has come, or only where something is expected; returns whether nothing is left. Stamps come first: a
     * reply is judged with its request's.
     */
    boolean drain(boolean onlyExpected) {
        boolean empty = true;
        for (var lane : lanes) {
            if (!onlyExpected || lane.isActive(clock.now())) {
                empty &= drain(lane);
            }
        }
        return empty;
    }

    private boolean drain(Lane lane) {
        boolean stampsRead = lane.drainStamps();
        boolean repliesRead = lane.drainReplies();
        if (desk.hasUnstamped()) {
            stampsRead = lane.drainStamps();
            desk.settleWithoutStamps();
        }
        lane.countDrops();
        return stampsRead && repliesRead;
    }
}
