package dev.noc.backend.result;

import dev.noc.backend.target.Target;
import dev.noc.backend.target.Targets;
import dev.noc.protocol.Receipt;
import dev.noc.protocol.Report;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rounds that are kept. */
@Service
public class Rounds {

    private final Targets targets;
    private final RoundStore store;
    private final ApplicationEventPublisher events;

    Rounds(Targets targets, RoundStore store, ApplicationEventPublisher events) {
        this.targets = targets;
        this.store = store;
        this.events = events;
    }

    /** Returns the round that began at exactly this time. */
    public Optional<Round> find(String targetId, String probe, Instant time) {
        return store.find(targetId, probe, time);
    }

    /** Stores all that is new in a valid report, or nothing at all. */
    @Transactional
    Receipt record(Report report) {
        var known = targets.all().stream().map(Target::id).collect(Collectors.toSet());
        var rounds = report.results().stream()
                .filter(result -> known.contains(result.target()))
                .map(result -> Round.of(report.probe(), result))
                .sorted(Comparator.comparing(Round::time))
                .toList();
        var added = store.append(rounds);
        if (!added.isEmpty()) {
            events.publishEvent(new ResultsRecorded(added));
        }
        return new Receipt(
                added.size(), rounds.size() - added.size(), report.results().size() - rounds.size());
    }
}
