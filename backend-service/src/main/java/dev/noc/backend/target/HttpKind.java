package dev.noc.backend.target;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One request with its redirects (RFC 9110), over TLS where the URL says so. */
@Component
final class HttpKind extends CheckKind {

    HttpKind() {
        super(
                "http",
                "answers",
                "must be a URL with http:// or https://, such as 'https://example.org/health', without user, password"
                        + " or fragment",
                Settings.class);
    }

    @Override
    public String outcome(int answered, int sent, Map<String, Object> attributes) {
        return attributes.get("statusCode") instanceof Number status
                ? "status " + status
                : super.outcome(answered, sent, attributes);
    }

    @Override
    public List<CheckGauge> gauges(Map<String, Object> attributes) {
        return HttpGauges.of(attributes);
    }

    /** What can be asked of a request, and of its answer. */
    record Settings(
            @Schema(description = "GET or HEAD; GET")
            @Nullable
            @Pattern(regexp = "GET|HEAD", message = "must be 'GET' or 'HEAD'")
            String method,

            @Schema(description = "status codes that are as they should be, such as 200-299,301; 200-299")
            @Nullable
            @Size(max = 100)
            @Pattern(regexp = STATUS_SET, message = "must be status codes and ranges of them, such as '200-299,301'")
            String expectedStatus,

            @Schema(description = "text that must be in the body; nothing is looked for")
            @Nullable
            @Size(min = 1, max = 500)
            String bodyContains,

            @Schema(description = "how many redirects are followed; 5. With 0 a redirect is an answer like others")
            @Nullable
            @Min(0)
            @Max(20)
            Integer maxRedirects,

            @Schema(description = "how long the whole round may take; 10000, less at short intervals")
            @Nullable
            @Min(100)
            @Max(60_000)
            Long timeoutMillis,

            @Schema(description = "false takes any certificate; true") @Nullable
            Boolean verifyTls,

            @Schema(description = Family.DESCRIPTION)
            @Nullable
            @Pattern(regexp = Family.PATTERN, message = Family.ADVICE)
            String prefer)
            implements CheckSettings {

        private static final String STATUS = "[1-5]\\d\\d";
        private static final String STATUSES = STATUS + "(-" + STATUS + ")?";
        private static final String STATUS_SET = STATUSES + "(," + STATUSES + ")*";

        Settings {
            prefer = Family.plain(prefer);
            method = method == null ? null : method.toUpperCase(Locale.ROOT);
            expectedStatus = expectedStatus == null ? null : expectedStatus.replace(" ", "");
        }

        @Override
        public boolean fit(String address) {
            try {
                var url = new URI(address);
                return ("http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme()))
                        && url.getRawAuthority() != null
                        && HostAndPort.isHostAndMaybePort(url.getRawAuthority())
                        && url.getRawFragment() == null;
            } catch (URISyntaxException e) {
                return false;
            }
        }

        @Override
        public Map<String, String> contradictions() {
            var wrong = new TreeMap<String, String>();
            if (bodyContains != null && "HEAD".equals(method)) {
                wrong.put("bodyContains", "needs the method GET: the answer to HEAD has no body");
            }
            if (expectedStatus != null && isBackwards(expectedStatus)) {
                wrong.put("expectedStatus", "must be ranges from a lower to a higher status code, such as '200-299'");
            }
            return wrong;
        }

        private static boolean isBackwards(String statusSet) {
            return Arrays.stream(statusSet.split(",", -1))
                    .map(range -> range.split("-", 2))
                    .anyMatch(range -> range.length == 2 && range[0].compareTo(range[1]) > 0);
        }

        @Override
        public long roundMillis(long intervalMillis) {
            return CheckSettings.burstMillis(intervalMillis, 1, null, timeoutMillis);
        }
    }
}
