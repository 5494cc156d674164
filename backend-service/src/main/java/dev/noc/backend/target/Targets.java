package dev.noc.backend.target;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The targets that are kept, and the only way to change them. */
@Service
public class Targets {

    private final TargetRepository rows;
    private final RememberedTargets remembered;
    private final CheckKinds kinds;
    private final TargetProperties settings;
    private final ApplicationEventPublisher events;

    Targets(
            TargetRepository rows,
            RememberedTargets remembered,
            CheckKinds kinds,
            TargetProperties settings,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.remembered = remembered;
        this.kinds = kinds;
        this.settings = settings;
        this.events = events;
    }

    /** Returns every target, paused ones too, in the order of their names. */
    public List<Target> all() {
        return remembered.orElse(() ->
                rows.findAllByOrderByNameAscIdAsc().stream().map(this::toTarget).toList());
    }

    /** Returns what each target is judged by, paused ones too, by id. Cheaper than {@link #all()}. */
    public Map<String, Expectation> expectations() {
        return rows.findExpectations().stream()
                .collect(toMap(TargetExpectation::id, row -> row.or(settings.defaultInterval())));
    }

    /** Returns a target, or refuses the request that names one that does not exist. */
    public Target require(String id) {
        return toTarget(requireRow(id));
    }

    @Transactional
    Target add(TargetSpec spec) {
        var id = spec.slug();
        if (rows.existsById(id)) {
            throw TargetRefusal.taken(id);
        }
        events.publishEvent(new TargetChanged(id));
        return toTarget(rows.save(new TargetEntity(id, spec, false)));
    }

    @Transactional
    Target replace(String id, TargetSpec spec) {
        if (spec.id() != null && !spec.id().equals(id)) {
            throw TargetRefusal.idIsFixed(id, spec.id());
        }
        var row = requireEditable(id);
        row.change(spec);
        events.publishEvent(new TargetChanged(id));
        return toTarget(rows.save(row));
    }

    @Transactional
    void delete(String id) {
        rows.delete(requireEditable(id));
        events.publishEvent(new TargetDeleted(id));
    }

    private TargetEntity requireEditable(String id) {
        var row = requireRow(id);
        if (row.isProvisioned()) {
            throw TargetRefusal.provisioned(id);
        }
        return row;
    }

    private TargetEntity requireRow(String id) {
        return rows.findById(id).orElseThrow(() -> TargetRefusal.unknown(id));
    }

    private Target toTarget(TargetEntity row) {
        return row.toTarget(kinds.require(row.check()), settings.defaultInterval());
    }
}
