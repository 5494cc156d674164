package dev.noc.backend.target;

import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** At the start, makes the targets of the targets file what the file says. */
@Component
class TargetProvisioning implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(TargetProvisioning.class);

    private final TargetRepository rows;
    private final TargetsFile file;
    private final TargetProperties settings;
    private final ProvisioningLock lock;
    private final ApplicationEventPublisher events;

    TargetProvisioning(
            TargetRepository rows,
            TargetsFile file,
            TargetProperties settings,
            ProvisioningLock lock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.file = file;
        this.settings = settings;
        this.lock = lock;
        this.events = events;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments args) {
        var specs = settings.file() == null ? List.<TargetSpec>of() : file.read(settings.file());
        lock.own();
        specs.forEach(this::provision);
        releaseAllBut(specs);
        if (settings.file() != null) {
            log.info("{} targets come from {}", specs.size(), settings.file());
        }
    }

    private void provision(TargetSpec spec) {
        var row = rows.findById(spec.slug()).orElseGet(() -> new TargetEntity(spec.slug(), spec, true));
        row.change(spec);
        row.takeOver();
        rows.save(row);
        events.publishEvent(new TargetChanged(row.id()));
    }

    private void releaseAllBut(List<TargetSpec> specs) {
        var kept = specs.stream().map(TargetSpec::slug).collect(Collectors.toSet());
        for (var row : rows.findAllByProvisionedTrue()) {
            if (!kept.contains(row.id())) {
                row.release();
                log.warn(
                        "Target {} is in the targets file no longer: paused, with its history. DELETE it over REST to drop both.",
                        row.id());
            }
        }
    }
}
