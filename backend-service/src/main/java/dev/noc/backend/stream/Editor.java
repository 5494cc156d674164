package dev.noc.backend.stream;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.noc.backend.dashboard.OverviewEntry;
import dev.noc.backend.result.ResultsRecorded;
import dev.noc.backend.result.Round;
import dev.noc.backend.status.Incident;
import dev.noc.backend.status.IncidentChanged;
import dev.noc.backend.status.IncidentClosed;
import dev.noc.backend.status.IncidentOpened;
import dev.noc.backend.status.IncidentView;
import dev.noc.backend.status.IncidentWithdrawn;
import dev.noc.backend.status.StatusChanged;
import dev.noc.backend.status.Statuses;
import dev.noc.backend.target.Target;
import dev.noc.backend.target.Targets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts what was committed into the words of the stream: the same as those that GET shows it in. */
@Component
class Editor {

    private final Targets targets;
    private final Statuses statuses;
    private final JsonMapper json;

    Editor(Targets targets, Statuses statuses, JsonMapper json) {
        this.targets = targets;
        this.statuses = statuses;
        this.json = json;
    }

    /** Returns the events that notes make, in their order. */
    List<Event> edit(List<?> notes) {
        boolean statusChanged = notes.stream().anyMatch(StatusChanged.class::isInstance);
        var watched = statusChanged ? watched() : Map.<String, Target>of();
        return notes.stream().flatMap(note -> edit(note, watched)).toList();
    }

    private Map<String, Target> watched() {
        return targets.all().stream().filter(Target::enabled).collect(toMap(Target::id, identity()));
    }

    private Stream<Event> edit(Object note, Map<String, Target> watched) {
        return switch (note) {
            case ResultsRecorded recorded -> recorded.rounds().stream().map(this::result);
            case StatusChanged changed ->
                Stream.ofNullable(watched.get(changed.targetId())).map(this::status);
            case IncidentOpened opened -> incident(opened.incident(), opened.live(), false);
            case IncidentChanged changed -> incident(changed.incident(), changed.live(), false);
            case IncidentClosed closed -> incident(closed.incident(), closed.live(), false);
            case IncidentWithdrawn withdrawn -> incident(withdrawn.incident(), false, true);
            default -> throw new IllegalArgumentException("no word for " + note);
        };
    }

    private Event result(Round round) {
        return new Event("result", round.targetId(), json.writeValueAsString(ResultEvent.of(round)));
    }

    /** The status that it has now: what has changed since will be told as well. */
    private Event status(Target target) {
        var entry = OverviewEntry.of(statuses.of(target));
        return new Event("status", target.id(), json.writeValueAsString(entry));
    }

    private Stream<Event> incident(Incident incident, boolean live, boolean withdrawn) {
        var event = new IncidentEvent(IncidentView.of(incident), live, withdrawn);
        return Stream.of(new Event("incident", incident.targetId(), json.writeValueAsString(event)));
    }
}
