package dev.noc.backend.target;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
        int downAfterRounds,
        int upAfterRounds,
        int degradedLossPercent,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double latencyLimitMillis,
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
                target.thresholds().downAfterRounds(),
                target.thresholds().upAfterRounds(),
                target.thresholds().degradedLossPercent(),
                target.thresholds().latencyLimitMillis(),
                target.settings());
    }
}
