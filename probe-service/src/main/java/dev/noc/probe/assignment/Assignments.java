package dev.noc.probe.assignment;

import dev.noc.protocol.Assignment;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps up with what is to be watched, and tells whoever listens. */
@Component
class Assignments {

    private static final Logger log = LoggerFactory.getLogger(Assignments.class);

    private final BackendAssignments backend;
    private final RememberedAssignments remembered;
    private final DefaultAssignments defaults;
    private final ApplicationEventPublisher events;

    private volatile @Nullable AssignmentsChanged current;

    Assignments(
            BackendAssignments backend,
            RememberedAssignments remembered,
            DefaultAssignments defaults,
            ApplicationEventPublisher events) {
        this.backend = backend;
        this.remembered = remembered;
        this.defaults = defaults;
        this.events = events;
    }

    /** Returns what is watched now, or null while that is being found out. */
    @Nullable
    AssignmentsChanged current() {
        return current;
    }

    /** The first call decides what to begin with; the backend is asked first, so that nothing is watched unasked. */
    @Scheduled(fixedDelayString = "${noc.probe.assignment.refresh}")
    void refresh() throws InterruptedException {
        backend.poll().ifPresent(this::adopt);
        if (current == null) {
            remembered
                    .load()
                    .ifPresentOrElse(
                            targets -> publish(targets, AssignmentSource.REMEMBERED),
                            () -> publish(defaults.all(), AssignmentSource.DEFAULTS));
        }
    }

    private void adopt(List<Assignment> targets) {
        remembered.save(targets);
        var before = current;
        if (before != null && before.targets().equals(targets)) {
            current = new AssignmentsChanged(targets, AssignmentSource.BACKEND);
            return;
        }
        if (before != null) {
            log.info("There are {} targets to watch now.", targets.size());
        }
        publish(targets, AssignmentSource.BACKEND);
    }

    private void publish(List<Assignment> targets, AssignmentSource source) {
        var change = new AssignmentsChanged(targets, source);
        current = change;
        events.publishEvent(change);
    }
}
