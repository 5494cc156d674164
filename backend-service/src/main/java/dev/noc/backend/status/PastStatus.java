package dev.noc.backend.status;

import dev.noc.backend.result.Series;
import dev.noc.backend.target.Target;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Answers how a target was over time. */
@Service
class PastStatus {

    private final SpanStore spans;
    private final IncidentStore incidents;
    private final Standings standings;
    private final StandingLoader loader;
    private final Clock clock;

    PastStatus(SpanStore spans, IncidentStore incidents, Standings standings, StandingLoader loader, Clock clock) {
        this.spans = spans;
        this.incidents = incidents;
        this.standings = standings;
        this.loader = loader;
        this.clock = clock;
    }

    Availability availability(Target target, Instant from, Instant to) {
        loader.refresh();
        var during = incidents.find(new IncidentQuestion(target.id(), null, from, to, Integer.MAX_VALUE));
        return Availability.of(from, to, stretches(target, from, to), during);
    }

    private List<Stretch> stretches(Target target, Instant from, Instant to) {
        var known = standings.ofTarget(target.id());
        var times = new HashMap<Series, Instant>();
        known.keySet().forEach(series -> times.put(series, from));
        var decided = spans.since(times);
        known.forEach((series, each) -> addWhatIsDue(decided, series, each, target));
        return Timeline.of(decided, from, to);
    }

    /** That a result is overdue may not be noted yet. */
    private void addWhatIsDue(Map<Series, List<Span>> decided, Series series, Known known, Target target) {
        var now = StatusRules.at(known.standing(), clock.instant(), target.expectation());
        var own = decided.computeIfAbsent(series, none -> new ArrayList<>());
        if (!own.isEmpty() && now.span().decided().isAfter(own.getLast().decided())) {
            own.add(now.span());
        }
    }
}
