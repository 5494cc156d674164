package dev.noc.probe.report;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.noc.probe.spool.Batch;
import dev.noc.protocol.Report;
import java.io.ByteArrayOutputStream;

/** Puts a report together. Results are JSON already; a probe's id needs no escaping. */
final class ReportBody {

    private final byte[] head;
    private static final byte[] TAIL = "]}".getBytes(US_ASCII);

    ReportBody(String probe) {
        head = "{\"probe\":\"%s\",\"results\":[".formatted(probe).getBytes(US_ASCII);
    }

    /** Returns the bytes that results may take, with a comma behind each. */
    int room() {
        return Report.MAX_BYTES - head.length - TAIL.length;
    }

    byte[] of(Batch batch) {
        var body = new ByteArrayOutputStream(Report.MAX_BYTES / 4);
        body.writeBytes(head);
        for (int i = 0; i < batch.size(); i++) {
            if (i > 0) {
                body.write(',');
            }
            body.writeBytes(batch.results().get(i));
        }
        body.writeBytes(TAIL);
        return body.toByteArray();
    }
}
