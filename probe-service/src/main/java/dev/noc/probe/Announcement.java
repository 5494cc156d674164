package dev.noc.probe;

import dev.noc.icmp.Fault;
import dev.noc.icmp.Pinger;
import dev.noc.probe.assignment.AssignmentsChanged;
import dev.noc.probe.backend.Backend;
import dev.noc.probe.report.ReportProperties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Logs what this probe is and does, in one line, as soon as it knows its targets. */
@Component
class Announcement {

    private static final Logger log = LoggerFactory.getLogger(Announcement.class);

    private final ReportProperties report;
    private final Backend backend;
    private final Pinger pinger;
    private final AtomicBoolean made = new AtomicBoolean();

    Announcement(ReportProperties report, Backend backend, Pinger pinger) {
        this.report = report;
        this.backend = backend;
        this.pinger = pinger;
    }

    /** Last, so that the first rounds need not wait for it. */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void make(AssignmentsChanged change) throws InterruptedException {
        if (made.compareAndSet(false, true)) {
            log.info(
                    "Probe {} watches {} targets ({}), reports to {} and pings by {} ({}).",
                    report.id(),
                    change.targets().size(),
                    change.source().words(),
                    backend.url(),
                    pinger.description(),
                    pinger.check().map(Fault::reason).orElse("it works here"));
        }
    }
}
