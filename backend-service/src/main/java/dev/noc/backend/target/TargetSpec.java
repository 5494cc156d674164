package dev.noc.backend.target;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What someone asks a target to be, over REST or in the targets file. Not trusted before it is validated.
 *
 * @param id left out, it is derived from the name
 * @param check left out, it is {@code icmp}
 * @param intervalMillis left out, the target follows the default interval
 * @param enabled left out, it is true
 * @param tags left out, there are none
 */
record TargetSpec(
        @Nullable @Size(max = Slug.MAX_LENGTH) @Pattern(regexp = Slug.PATTERN, message = Slug.ADVICE)
        String id,

        @NotBlank(message = "is missing: say what people call the target") @Size(max = 80)
        String name,

        @NotBlank(message = "is missing: give a host name, an IPv4 or an IPv6 address") @Address
        String address,

        CheckKind check,
        @Nullable @Min(1_000) @Max(86_400_000) Long intervalMillis,
        Boolean enabled,
        @Size(max = 20) List<@Pattern(regexp = TAG, message = TAG_ADVICE) String> tags) {

    static final String TAG = "[\\p{L}\\p{N}._:/-]{1,40}";
    static final String TAG_ADVICE = "must be 1 to 40 letters, digits or . _ : / - without spaces";

    TargetSpec {
        check = check == null ? CheckKind.ICMP : check;
        enabled = enabled == null || enabled;
        tags = tags == null ? List.of() : tags;
    }

    /** Returns the id that was asked for, or the one that the name gives. */
    String slug() {
        return id == null ? Slug.of(name) : id;
    }
}
