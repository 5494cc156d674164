package dev.noc.backend.target;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What someone asks a target to be, over REST or in the targets file. Not trusted before {@link TargetRules} took it.
 *
 * @param id left out, it is derived from the name
 * @param check left out, it is {@code icmp}
 * @param intervalMillis left out, the target follows the default interval
 * @param enabled left out, it is true
 * @param tags left out, there are none
 * @param downAfterRounds left out, as the other thresholds, {@link Thresholds#DEFAULT} holds
 * @param own the fields that only its check has; they stand beside the others, and hold no null once they are taken
 */
record TargetSpec(
        @Nullable @Size(max = Slug.MAX_LENGTH) @Pattern(regexp = Slug.PATTERN, message = Slug.ADVICE)
        String id,

        @NotBlank(message = "is missing: say what people call the target") @Size(max = 80)
        String name,

        @NotBlank(message = "is missing: say what is watched, such as a host name, an IPv4 or an IPv6 address")
        @Size(max = 2_000)
        String address,

        String check,
        @Nullable @Min(1_000) @Max(86_400_000) Long intervalMillis,
        Boolean enabled,
        @Size(max = 20) List<@Pattern(regexp = TAG, message = TAG_ADVICE) String> tags,
        @Nullable @Min(1) @Max(MOST_ROUNDS) Integer downAfterRounds,
        @Nullable @Min(1) @Max(MOST_ROUNDS) Integer upAfterRounds,
        @Nullable @Min(1) @Max(100) Integer degradedLossPercent,
        @Nullable @DecimalMin("0.01") @DecimalMax("60000") Double latencyLimitMillis,
        @JsonAnySetter @JsonProperty(NO_FIELD) Map<String, @Nullable Object> own) {

    /** Without a name that nobody writes, Jackson would take a field {@code own} for the map itself, and skip it. */
    static final String NO_FIELD = "(own)";

    static final String COMMON_FIELDS = "id, name, address, check, intervalMillis, enabled, tags,"
            + " downAfterRounds, upAfterRounds, degradedLossPercent and latencyLimitMillis";
    static final String TAG = "[\\p{L}\\p{N}._:/-]{1,40}";
    static final String TAG_ADVICE = "must be 1 to 40 letters, digits or . _ : / - without spaces";

    private static final int MOST_ROUNDS = 20;
    private static final String DEFAULT_CHECK = "icmp";

    TargetSpec {
        check = check == null ? DEFAULT_CHECK : check;
        enabled = enabled == null || enabled;
        tags = tags == null ? List.of() : tags;
        own = own == null ? Map.of() : own;
    }

    /** Returns the id that was asked for, or the one that the name gives. */
    String slug() {
        return id == null ? Slug.of(name) : id;
    }

    TargetSpec with(Map<String, Object> settings) {
        return new TargetSpec(
                id,
                name,
                address,
                check,
                intervalMillis,
                enabled,
                tags,
                downAfterRounds,
                upAfterRounds,
                degradedLossPercent,
                latencyLimitMillis,
                settings);
    }
}
