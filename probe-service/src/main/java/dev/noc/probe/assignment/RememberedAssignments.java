package dev.noc.probe.assignment;

import dev.noc.protocol.Assignment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The last targets that the backend named, on disk, for a start while it is away. Losing them costs a warning. */
@Component
class RememberedAssignments {

    private static final Logger log = LoggerFactory.getLogger(RememberedAssignments.class);

    private final Path file;
    private final JsonMapper json;
    private final AssignmentReader reader;

    RememberedAssignments(AssignmentProperties properties, JsonMapper json, AssignmentReader reader) {
        this.file = properties.data().resolve("assignments.json");
        this.json = json;
        this.reader = reader;
    }

    Optional<List<Assignment>> load() {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.read(Files.readString(file)));
        } catch (UnreadableAssignmentsException e) {
            setAside(e.reason());
        } catch (IOException e) {
            log.warn("The targets remembered in {} cannot be read ({}). Check the file's rights.", file, e.toString());
        }
        return Optional.empty();
    }

    /** Writes a new file and renames it, so that a crash leaves the old one or the new one. */
    void save(List<Assignment> targets) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var next = file.resolveSibling("assignments.json.new");
            Files.write(next, json.writeValueAsBytes(targets));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            log.warn(
                    "The targets cannot be remembered in {} ({}). Make PROBE_DATA a folder that this user may write to.",
                    file,
                    e.toString());
        }
    }

    private void setAside(String reason) {
        var aside = file.resolveSibling("assignments.json.corrupt");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            log.warn("The targets remembered in {} are unreadable: {}. The file is now {}.", file, reason, aside);
        } catch (IOException e) {
            log.warn("The targets remembered in {} are unreadable: {}. Delete the file.", file, reason);
        }
    }
}
