package dev.noc.backend.status;

import dev.noc.backend.result.Series;
import dev.noc.backend.status.Stretch.Voice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The status of a target over time, as its probes conclude it together. Pure. */
final class Timeline {

    private Timeline() {}

    /**
     * Returns the stretches from a time to another, without a hole between them.
     *
     * @param decided the spans of each of the target's series in the order of their decisions, beginning with the one that
     *     held when the time began
     */
    static List<Stretch> of(Map<Series, List<Span>> decided, Instant from, Instant to) {
        var tracks = decided.entrySet().stream()
                .sorted(Comparator.comparing(series -> series.getKey().probe()))
                .map(series -> new Track(series.getKey().probe(), Span.inForce(series.getValue())))
                .toList();
        var stretches = new ArrayList<Stretch>();
        var starts = starts(tracks, from, to);
        for (int i = 0; i < starts.size(); i++) {
            var start = starts.get(i);
            var end = i + 1 < starts.size() ? starts.get(i + 1) : to;
            stretches.add(stretch(tracks, start, end));
        }
        return stretches;
    }

    private static Stretch stretch(List<Track> tracks, Instant start, Instant end) {
        var voices = new ArrayList<Voice>();
        for (var track : tracks) {
            var span = track.at(start);
            if (span != null) {
                voices.add(new Voice(track.probe, span));
            }
        }
        var status =
                Verdict.of(voices.stream().map(voice -> voice.span().status()).toList());
        return new Stretch(start, end, status, List.copyOf(voices));
    }

    private static List<Instant> starts(List<Track> tracks, Instant from, Instant to) {
        var starts = new TreeSet<Instant>();
        if (from.isBefore(to)) {
            starts.add(from);
        }
        for (var track : tracks) {
            for (var span : track.spans) {
                if (span.start().isAfter(from) && span.start().isBefore(to)) {
                    starts.add(span.start());
                }
            }
        }
        return List.copyOf(starts);
    }

    /** Walks along the spans of one series. */
    private static final class Track {

        private final String probe;
        private final List<Span> spans;
        private int next;

        private Track(String probe, List<Span> spans) {
            this.probe = probe;
            this.spans = spans;
        }

        /** Returns what holds at a time that is not before the one that was last asked for. */
        private @Nullable Span at(Instant time) {
            while (next < spans.size() && !spans.get(next).start().isAfter(time)) {
                next++;
            }
            return next == 0 ? null : spans.get(next - 1);
        }
    }
}
