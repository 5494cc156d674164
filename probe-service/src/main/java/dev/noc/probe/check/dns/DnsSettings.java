package dev.noc.probe.check.dns;

import dev.noc.icmp.NameService;
import dev.noc.probe.check.HostPort;
import dev.noc.probe.check.Pace;
import dev.noc.probe.check.Settings;
import dev.noc.protocol.Assignment;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * The fields of a target that only {@code dns} has; null where the target does not say.
 *
 * @param recordType such as {@code A} or {@code MX}
 * @param expectedAnswers each must be among the answers
 * @param server a host with or without a port; null: the probe's own name servers
 * @param count questions in a round
 * @param spacingMillis time between the starts of two of them
 * @param timeoutMillis how long each waits for its answer
 */
record DnsSettings(
        @Nullable String recordType,
        @Nullable List<String> expectedAnswers,
        @Nullable String server,
        @Nullable Integer count,
        @Nullable Integer spacingMillis,
        @Nullable Integer timeoutMillis) {

    private static final Set<String> TYPES =
            Set.of("A", "AAAA", "CNAME", "MX", "NS", "TXT", "SOA", "PTR", "SRV", "CAA");
    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(3);

    DnsPlan plan(Assignment target) {
        var pace = Pace.fitting(
                target.interval(),
                Settings.within("count", count, 3, 1, 20),
                spacingMillis,
                timeoutMillis,
                LONGEST_TIMEOUT);
        var type = Type.value(knownType());
        return new DnsPlan(
                Record.newRecord(name(target.address(), type), type, DClass.IN),
                Objects.requireNonNullElse(expectedAnswers, List.of()),
                server == null ? null : HostPort.of(server, NameServers.PORT),
                pace);
    }

    private String knownType() {
        var type = Objects.requireNonNullElse(recordType, "A").toUpperCase(Locale.ROOT);
        if (!TYPES.contains(type)) {
            throw new IllegalArgumentException("'recordType' must be one of %s, not '%s'"
                    .formatted(String.join(", ", TYPES.stream().sorted().toList()), recordType));
        }
        return type;
    }

    private static Name name(String address, int type) {
        try {
            var literal = NameService.literal(address);
            return type == Type.PTR && literal.isPresent()
                    ? ReverseMap.fromAddress(literal.get())
                    : Name.fromString(address, Name.root);
        } catch (TextParseException e) {
            throw new IllegalArgumentException("'%s' is no name that can be looked up".formatted(address), e);
        }
    }
}
