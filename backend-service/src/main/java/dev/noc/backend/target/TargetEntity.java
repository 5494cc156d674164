package dev.noc.backend.target;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The row of a target. Stays inside this package; the others see {@link Target}. */
@Entity
@Table(name = "target")
class TargetEntity {

    @Id
    private String id;

    private String name;

    private String address;

    @Column(name = "check_kind")
    private String check;

    /** Null means the default interval, whatever it is at the time. */
    private @Nullable Long intervalMillis;

    private boolean enabled;

    @Convert(converter = TagsConverter.class)
    private List<String> tags;

    /** Null means the default, as with the other thresholds. */
    private @Nullable Integer downAfterRounds;

    private @Nullable Integer upAfterRounds;

    private @Nullable Integer degradedLossPercent;

    private @Nullable Double latencyLimitMillis;

    @Convert(converter = SettingsConverter.class)
    private Map<String, Object> settings;

    private boolean provisioned;

    /** Null until it is stored: tells Spring Data an insert from an update, and stops lost updates. */
    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init") // for Hibernate, which sets the fields next
    protected TargetEntity() {}

    @SuppressWarnings("NullAway.Init") // change() sets the others
    TargetEntity(String id, TargetSpec spec, boolean provisioned) {
        this.id = id;
        this.provisioned = provisioned;
        change(spec);
    }

    /** Takes over everything but the id. */
    void change(TargetSpec spec) {
        name = spec.name();
        address = spec.address();
        check = spec.check();
        intervalMillis = spec.intervalMillis();
        enabled = spec.enabled();
        tags = spec.tags();
        downAfterRounds = spec.downAfterRounds();
        upAfterRounds = spec.upAfterRounds();
        degradedLossPercent = spec.degradedLossPercent();
        latencyLimitMillis = spec.latencyLimitMillis();
        settings = spec.own();
    }

    /** From now on the targets file says what this target is. */
    void takeOver() {
        provisioned = true;
    }

    /** The targets file names it no longer: it is paused, keeps its history and may be edited again. */
    void release() {
        provisioned = false;
        enabled = false;
    }

    String id() {
        return id;
    }

    boolean isProvisioned() {
        return provisioned;
    }

    String check() {
        return check;
    }

    Target toTarget(CheckKind kind, Duration defaultInterval) {
        var interval = intervalMillis == null ? defaultInterval : Duration.ofMillis(intervalMillis);
        var thresholds = Thresholds.of(downAfterRounds, upAfterRounds, degradedLossPercent, latencyLimitMillis);
        return new Target(
                id, name, address, kind, interval, enabled, List.copyOf(tags), thresholds, settings, provisioned);
    }
}
