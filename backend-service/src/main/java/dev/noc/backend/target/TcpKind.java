package dev.noc.backend.target;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Connections that are opened and closed again (RFC 9293). */
@Component
final class TcpKind extends CheckKind {

    TcpKind() {
        super(
                "tcp",
                "connects",
                "must be a host with a port, such as 'example.org:443', '192.0.2.1:22' or '[2001:db8::1]:443'",
                Settings.class);
    }

    /** What can be asked of a burst of connections. */
    record Settings(
            @Schema(description = "connections in a round; 3") @Nullable @Min(1) @Max(20)
            Integer count,

            @Schema(description = "time between the starts of two of them; 200, less at short intervals")
            @Nullable
            @Min(10)
            @Max(10_000)
            Long spacingMillis,

            @Schema(description = "how long each may take; 3000, less at short intervals")
            @Nullable
            @Min(50)
            @Max(60_000)
            Long timeoutMillis,

            @Schema(description = Family.DESCRIPTION)
            @Nullable
            @Pattern(regexp = Family.PATTERN, message = Family.ADVICE)
            String prefer)
            implements CheckSettings {

        private static final int COUNT = 3;

        Settings {
            prefer = Family.plain(prefer);
        }

        @Override
        public boolean fit(String address) {
            return HostAndPort.is(address);
        }

        @Override
        public long roundMillis(long intervalMillis) {
            return CheckSettings.burstMillis(
                    intervalMillis, count == null ? COUNT : count, spacingMillis, timeoutMillis);
        }
    }
}
