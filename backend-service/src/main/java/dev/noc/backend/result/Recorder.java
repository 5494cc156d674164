package dev.noc.backend.result;

import dev.noc.protocol.Receipt;
import dev.noc.protocol.Report;
import dev.noc.protocol.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores what is new in valid reports and tells who listens, in one transaction. */
@Component
class Recorder {

    private static final Comparator<Round> ORDER =
            Comparator.comparing(Round::time).thenComparing(Round::targetId).thenComparing(Round::probe);

    private final AllSeries series;
    private final RoundStore store;
    private final ApplicationEventPublisher events;

    Recorder(AllSeries series, RoundStore store, ApplicationEventPublisher events) {
        this.series = series;
        this.store = store;
        this.events = events;
    }

    /** Stores all of these reports, or nothing at all. Returns a receipt for each. */
    @Transactional
    List<Receipt> record(List<Report> reports) {
        var arrivals = arrivals(reports);
        var fresh = store.append(arrivals.stream().map(Arrival::stored).toList());
        if (!fresh.isEmpty()) {
            events.publishEvent(ResultsRecorded.of(
                    fresh.stream().mapToObj(i -> arrivals.get(i).stored()).toList()));
        }
        int[] accepted = new int[reports.size()];
        int[] known = new int[reports.size()];
        fresh.stream().forEach(i -> accepted[arrivals.get(i).report()]++);
        arrivals.forEach(arrival -> known[arrival.report()]++);
        var receipts = new ArrayList<Receipt>(reports.size());
        for (int i = 0; i < reports.size(); i++) {
            int sent = reports.get(i).results().size();
            receipts.add(new Receipt(accepted[i], known[i] - accepted[i], sent - known[i]));
        }
        return receipts;
    }

    /**
     * Returns the results of all reports whose targets exist, oldest first; those of one time in the order of their names.
     * Two backends that are sent the same then wait for each other in that order, rather than crosswise.
     */
    private List<Arrival> arrivals(List<Report> reports) {
        var arrivals = new ArrayList<Arrival>();
        for (int i = 0; i < reports.size(); i++) {
            var report = reports.get(i);
            var known = series.prepare(
                    report.probe(),
                    report.results().stream().map(Result::target).toList());
            for (var result : report.results()) {
                @Nullable Series own = known.get(result.target());
                if (own != null) {
                    arrivals.add(new Arrival(i, new SeriesRound(own, Round.of(report.probe(), result))));
                }
            }
        }
        arrivals.sort(Comparator.comparing(arrival -> arrival.stored().round(), ORDER));
        return arrivals;
    }

    /**
     * A round on its way in.
     *
     * @param report the number of the report that brought it
     */
    private record Arrival(int report, SeriesRound stored) {}
}
