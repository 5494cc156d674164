package dev.noc.probe.assignment;

import dev.noc.probe.backend.Backend;
import dev.noc.probe.backend.BackendAwayException;
import dev.noc.protocol.Assignment;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the backend what to watch. Its absence is no news here: who reports to it says so. */
@Component
class BackendAssignments {

    private static final Logger log = LoggerFactory.getLogger(BackendAssignments.class);
    private static final int NOT_MODIFIED = 304;

    private final Backend backend;
    private final AssignmentReader reader;

    private @Nullable String etag;
    private @Nullable String lastComplaint;

    BackendAssignments(Backend backend, AssignmentReader reader) {
        this.backend = backend;
        this.reader = reader;
    }

    /** Returns the targets when they are not those of the last time; nothing when they are, or when none can be had. */
    Optional<List<Assignment>> poll() throws InterruptedException {
        try {
            var answer = backend.get("/api/v1/targets", etag);
            if (answer.isSuccess()) {
                var targets = reader.read(answer.body());
                etag = answer.etag();
                lastComplaint = null;
                return Optional.of(targets);
            }
            if (answer.status() != NOT_MODIFIED) {
                complain(answer.reason());
            }
        } catch (UnreadableAssignmentsException e) {
            complain(e.reason());
        } catch (BackendAwayException e) {
            log.debug("The backend gives no targets: {}", e.reason());
        }
        return Optional.empty();
    }

    private void complain(String reason) {
        if (!reason.equals(lastComplaint)) {
            lastComplaint = reason;
            log.warn(
                    "The backend at {} gives no list of targets ({}). What is known goes on being watched.",
                    backend.url(),
                    reason);
        }
    }
}
