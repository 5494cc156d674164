package dev.noc.backend.target;

import java.util.List;

/** A target as the API shows it. */
record TargetView(
        String id,
        String name,
        String address,
        CheckKind check,
        long intervalMillis,
        boolean enabled,
        List<String> tags,
        boolean provisioned) {

    static TargetView of(Target target) {
        return new TargetView(
                target.id(),
                target.name(),
                target.address(),
                target.check(),
                target.interval().toMillis(),
                target.enabled(),
                target.tags(),
                target.provisioned());
    }
}
