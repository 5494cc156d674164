package dev.noc.backend.target;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.util.List;
import java.util.Map;

/**
 * A target as the API shows it.
 *
 * @param own the fields that only its check has, as far as they were given; they stand beside the others
 */
record TargetView(
        String id,
        String name,
        String address,
        String check,
        long intervalMillis,
        boolean enabled,
        List<String> tags,
        boolean provisioned,
        @JsonAnyGetter Map<String, Object> own) {

    static TargetView of(Target target) {
        return new TargetView(
                target.id(),
                target.name(),
                target.address(),
                target.check().name(),
                target.interval().toMillis(),
                target.enabled(),
                target.tags(),
                target.provisioned(),
                target.settings());
    }
}
