package dev.noc.backend.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Published in the transaction that stored the rounds.
 *
 * @param rounds those that were new, oldest first
 * @param bySeries the same, those of each series oldest first
 */
public record ResultsRecorded(List<Round> rounds, Map<Series, List<Round>> bySeries) {

    static ResultsRecorded of(List<SeriesRound> stored) {
        var rounds = new ArrayList<Round>(stored.size());
        var bySeries = new LinkedHashMap<Series, List<Round>>();
        for (var each : stored) {
            rounds.add(each.round());
            bySeries.computeIfAbsent(each.series(), none -> new ArrayList<>(1)).add(each.round());
        }
        return new ResultsRecorded(rounds, bySeries);
    }
}
