package dev.noc.backend.target;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Echo requests (RFC 792, RFC 4443). */
@Component
final class IcmpKind extends CheckKind {

    IcmpKind() {
        super(
                "icmp",
                "replies",
                "must be a host name such as 'example.org', an IPv4 address such as '192.0.2.1' or an IPv6 address such"
                        + " as '2001:db8::1', without scheme, port or path",
                Settings.class);
    }

    /** What can be asked of a burst of echo requests. */
    record Settings(
            @Schema(description = "echo requests in a round; 5") @Nullable @Min(1) @Max(100)
            Integer count,

            @Schema(description = "time between two of them; 200, less at short intervals")
            @Nullable
            @Min(10)
            @Max(10_000)
            Long spacingMillis,

            @Schema(description = "how long each waits for its reply; 1000, less at short intervals")
            @Nullable
            @Min(50)
            @Max(60_000)
            Long timeoutMillis,

            @Schema(description = "bytes behind the header of each; 56") @Nullable @Min(16) @Max(1_400)
            Integer sizeBytes,

            @Schema(description = Family.DESCRIPTION)
            @Nullable
            @Pattern(regexp = Family.PATTERN, message = Family.ADVICE)
            String prefer)
            implements CheckSettings {

        private static final int COUNT = 5;

        Settings {
            prefer = Family.plain(prefer);
        }

        @Override
        public boolean fit(String address) {
            return Host.is(address);
        }

        @Override
        public long roundMillis(long intervalMillis) {
            return CheckSettings.burstMillis(
                    intervalMillis, count == null ? COUNT : count, spacingMillis, timeoutMillis);
        }
    }
}
