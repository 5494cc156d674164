package dev.noc.backend.result;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.noc.backend.target.Targets;
import dev.noc.protocol.Receipt;
import dev.noc.protocol.Report;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
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

    /** Returns those of these rounds that exist. */
    public Map<RoundKey, Round> find(Collection<RoundKey> keys) {
        return store.find(keys).stream().collect(toMap(Round::key, identity()));
    }

    /** Stores all that is new in a valid report, or nothing at all. */
    @Transactional
    Receipt record(Report report) {
        var known = targets.intervals().keySet();
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
