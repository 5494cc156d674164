package dev.noc.backend.dashboard;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.noc.backend.status.TargetStatus;
import dev.noc.protocol.WireTime;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The last known state of every watched target in JSON: {@code time}, when it was concluded, and {@code targets}. Most of
 * these are as they were when somebody asked before: what was written of them is kept, and only the others are written anew.
 */
@Component
class Overview {

    private final JsonMapper json;
    private volatile List<Row> newest = List.of();

    Overview(JsonMapper json) {
        this.json = json;
    }

    /** @param statuses in the order of the targets' names */
    byte[] write(Instant time, List<TargetStatus> statuses) {
        var rows = rows(statuses);
        newest = rows;
        return join("{\"time\":\"" + WireTime.format(time) + "\",\"targets\":[", rows, "]}");
    }

    /** A target that is new or gone moves those behind it, which are then written once more. */
    private List<Row> rows(List<TargetStatus> statuses) {
        var before = newest;
        var rows = new ArrayList<Row>(statuses.size());
        for (int i = 0; i < statuses.size(); i++) {
            var status = statuses.get(i);
            rows.add(i < before.size() && before.get(i).shows(status) ? before.get(i) : row(status));
        }
        return rows;
    }

    private Row row(TargetStatus status) {
        return new Row(status, json.writeValueAsBytes(OverviewEntry.of(status)));
    }

    private static byte[] join(String start, List<Row> rows, String end) {
        int commas = Math.max(0, rows.size() - 1);
        int length = rows.stream().mapToInt(Row::length).sum();
        var all = ByteBuffer.allocate(start.length() + length + commas + end.length());
        all.put(start.getBytes(US_ASCII));
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).putInto(all);
            if (i < commas) {
                all.put((byte) ',');
            }
        }
        return all.put(end.getBytes(US_ASCII)).array();
    }

    /** What is shown of a target, and from what it was written. */
    private static final class Row {

        private final TargetStatus status;
        private final byte[] json;

        Row(TargetStatus status, byte[] json) {
            this.status = status;
            this.json = json;
        }

        boolean shows(TargetStatus current) {
            return status.equals(current);
        }

        int length() {
            return json.length;
        }

        void putInto(ByteBuffer all) {
            all.put(json);
        }
    }
}
