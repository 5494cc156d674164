package dev.noc.probe.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/** Results that the backend refused for good: a line of JSON each, with the answer, for people to look at. */
final class SetAside {

    private static final Logger log = LoggerFactory.getLogger(SetAside.class);

    /** When there is more, it becomes the older file, whose predecessor goes. */
    private static final long MOST_BYTES = 1 << 20;

    private final Path file;
    private final Clock clock;

    SetAside(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** Writes a line. Where that fails, the log has to do. */
    void add(String result, String answer) {
        var line = line(result, answer);
        try {
            makeRoom();
            Files.writeString(
                    file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.DSYNC);
        } catch (IOException e) {
            log.error("{} cannot be written ({}). This is what it should hold: {}", file, e.toString(), line);
        }
    }

    private String line(String result, String answer) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("refusedAt", clock.instant().toString());
        line.put("answer", answer);
        line.put("result", new RawValue(result));
        return JsonMapper.shared().writeValueAsString(line);
    }

    private void makeRoom() throws IOException {
        if (Files.exists(file) && Files.size(file) > MOST_BYTES) {
            Files.move(file, file.resolveSibling("refused.old.ndjson"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
