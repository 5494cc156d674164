package dev.noc.backend.target;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Questions to name servers (RFC 1035). */
@Component
final class DnsKind extends CheckKind {

    DnsKind() {
        super(
                "dns",
                "answers",
                "must be the name that is looked up, such as 'example.org'; an IP address such as '192.0.2.1' only where"
                        + " 'recordType' is PTR",
                Settings.class);
    }

    /** What can be asked of a burst of questions, and of their answers. */
    record Settings(
            @Schema(description = "A, AAAA, CNAME, MX, NS, TXT, SOA, PTR, SRV or CAA; A")
            @Nullable
            @Pattern(
                    regexp = "A|AAAA|CNAME|MX|NS|TXT|SOA|PTR|SRV|CAA",
                    message = "must be A, AAAA, CNAME, MX, NS, TXT, SOA, PTR, SRV or CAA")
            String recordType,

            @Schema(description = "texts that must all be among the answers; any answer will do")
            @Nullable
            @Size(min = 1, max = 20)
            List<@NotBlank @Size(max = 500) String> expectedAnswers,

            @Schema(description = "the name server, with its port unless that is 53; those that the probe's host uses")
            @Nullable
            String server,

            @Schema(description = "questions in a round; 3") @Nullable @Min(1) @Max(20)
            Integer count,

            @Schema(description = "time between the starts of two of them; 200, less at short intervals")
            @Nullable
            @Min(10)
            @Max(10_000)
            Long spacingMillis,

            @Schema(description = "how long each waits for its answer; 3000, less at short intervals")
            @Nullable
            @Min(50)
            @Max(60_000)
            Long timeoutMillis)
            implements CheckSettings {

        private static final int COUNT = 3;

        Settings {
            recordType = recordType == null ? null : recordType.toUpperCase(Locale.ROOT);
        }

        @Override
        public boolean fit(String address) {
            return Host.isName(address) || ("PTR".equals(recordType) && Host.isAddress(address));
        }

        @Override
        public Map<String, String> contradictions() {
            return server == null || HostAndPort.isHostAndMaybePort(server)
                    ? Map.of()
                    : Map.of(
                            "server",
                            "must be a host, with its port where that is not 53, such as '9.9.9.9', 'dns.example:5353' or"
                                    + " '[2001:db8::1]:53'");
        }

        @Override
        public long roundMillis(long intervalMillis) {
            return CheckSettings.burstMillis(
                    intervalMillis, count == null ? COUNT : count, spacingMillis, timeoutMillis);
        }
    }
}
