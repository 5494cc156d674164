package dev.noc.probe.check.dns;

import dev.noc.probe.check.Addresses;
import dev.noc.probe.check.Attempt;
import dev.noc.probe.check.Reasons;
import dev.noc.probe.check.Unreachable;
import dev.noc.protocol.ResultError;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

/**
 * A question that can be asked any number of times.
 *
 * @param servers those of this host in turn, as the C library asks them: each has its share of the time-out
 */
record DnsQuestion(DnsPlan plan, List<InetSocketAddress> servers) {

    Attempt ask() {
        var share = plan.pace().timeout().dividedBy(servers.size());
        var failure = Attempt.failed(Reasons.ofProbe("This host has no name server."), Map.of());
        var query = plan.query();
        var start = System.nanoTime();
        for (var server : servers) {
            try {
                var answer = new DnsExchange(query, server, System.nanoTime() + share.toNanos()).answer();
                return judge(answer, server, System.nanoTime() - start);
            } catch (IOException e) {
                failure = Attempt.failed(explain(e, server, share), Map.of("server", text(server)));
            }
        }
        return failure;
    }

    private Attempt judge(Message answer, InetSocketAddress server, long nanos) {
        var code = Rcode.string(answer.getRcode());
        var answers = DnsAnswers.of(answer, plan.question().getType());
        var attributes = new LinkedHashMap<String, Object>();
        attributes.put("responseCode", code);
        if (!answers.isEmpty()) {
            attributes.put("answers", Reasons.cut(String.join(", ", answers)));
        }
        attributes.put("server", text(server));
        return DnsVerdict.fault(plan, code, answers, text(server))
                .map(fault -> Attempt.failed(Reasons.ofTarget(fault), attributes))
                .orElseGet(() -> Attempt.took(nanos, attributes));
    }

    private static ResultError explain(IOException failure, InetSocketAddress server, Duration timeout) {
        return failure instanceof EOFException
                ? Reasons.ofTarget("%s closed the connection before it answered.".formatted(text(server)))
                : Unreachable.because(failure, Addresses.text(server.getAddress()), server, timeout);
    }

    private static String text(InetSocketAddress server) {
        var address = Addresses.text(server.getAddress());
        if (server.getPort() == NameServers.PORT) {
            return address;
        }
        return (address.contains(":") ? "[%s]:%d" : "%s:%d").formatted(address, server.getPort());
    }
}
