package dev.noc.icmp;

import dev.noc.icmp.engine.Answer;
import dev.noc.icmp.engine.Engine;
import dev.noc.icmp.engine.Volley;
import java.net.InetAddress;
import java.util.Arrays;

/** Gathers the answers to the requests of one burst. */
final class Burst implements Volley.Listener {

    private final InetAddress address;
    private final Outcome[] outcomes;
    private final PendingResult future = new PendingResult();
    private int missing;
    private int late;
    private int duplicates;

    Burst(InetAddress address, int count) {
        this.address = address;
        this.outcomes = new Outcome[count];
        this.missing = count;
    }

    void submit(Engine engine, Volley volley) {
        future.stopBy(volley::cancel);
        engine.submit(volley);
    }

    PendingResult future() {
        return future;
    }

    @Override
    public void answered(int index, Answer answer) {
        outcomes[index] = Verdict.of(answer, address);
        if (--missing == 0) {
            future.complete(Outcome.sum(Arrays.asList(outcomes)).with(late, duplicates));
        }
    }

    @Override
    public void straggled(int late, int duplicates) {
        this.late = late;
        this.duplicates = duplicates;
    }
}
