package dev.noc.backend.status;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.noc.backend.result.Series;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Late rounds of many series that wait to be judged. A probe that comes back tells what it measured meanwhile in the order of
 * time, each report a round or less of each target; a series is judged anew once for all that came within seconds, rather
 * than for each. What waits is kept with the rounds, so that it is not lost when the backend ends.
 */
@Component
class Backlog {

    private static final Logger log = LoggerFactory.getLogger(Backlog.class);

    /** The late rounds of so many series are judged with the report that brought them. */
    private static final int JUDGED_AT_ONCE = 20;

    /** Whoever wants to store rounds waits while so many are judged. */
    private static final int SERIES_TOGETHER = 100;

    private final UnjudgedStore unjudged;
    private final LateJudge judge;
    private final StandingLoader loader;
    private final Announcer announcer;
    private final TransactionOperations transaction;

    Backlog(
            UnjudgedStore unjudged,
            LateJudge judge,
            StandingLoader loader,
            Announcer announcer,
            TransactionOperations transaction) {
        this.unjudged = unjudged;
        this.judge = judge;
        this.loader = loader;
        this.announcer = announcer;
        this.transaction = transaction;
    }

    /** Keeps late rounds for later if they are of many series. Returns false if they must be judged now. */
    boolean keep(Map<Series, ? extends Collection<Instant>> late) {
        if (late.size() <= JUDGED_AT_ONCE) {
            return false;
        }
        unjudged.add(late);
        return true;
    }

    /** Judges what waits, some series at a time. */
    void judge() {
        try {
            judgeAll();
        } catch (DataIntegrityViolationException e) {
            log.debug("A target was deleted meanwhile by another backend; the rest is judged next time", e);
            loader.reload();
        }
    }

    private void judgeAll() {
        var next = unjudged.series(-1, SERIES_TOGETHER);
        while (!next.isEmpty()) {
            judge(next);
            next = unjudged.series(next.getLast().id(), SERIES_TOGETHER);
        }
    }

    private void judge(List<Series> series) {
        transaction.executeWithoutResult(status -> {
            var draft = loader.begin(Map::of);
            announcer.tell(judge.judge(series.stream().collect(toMap(identity(), none -> List.of())), draft), draft);
        });
    }
}
