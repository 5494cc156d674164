package dev.noc.probe.check.dns;

import static dev.noc.probe.check.dns.Answers.answer;
import static dev.noc.probe.check.dns.Answers.forged;
import static dev.noc.probe.check.dns.Answers.record;
import static dev.noc.probe.check.dns.Answers.reply;
import static dev.noc.probe.check.dns.Answers.truncated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.noc.icmp.NameService;
import dev.noc.probe.check.Ports;
import dev.noc.probe.check.RoundThreads;
import dev.noc.probe.check.Settings;
import dev.noc.protocol.Assignment;
import dev.noc.protocol.Result;
import dev.noc.protocol.ResultError;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;
import tools.jackson.databind.json.JsonMapper;

@Timeout(20)
class DnsCheckTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T09:00:00.123456789Z"), ZoneOffset.UTC);

    private final RoundThreads threads = new RoundThreads();
    private final NameService names = new NameService();

    @AfterEach
    void close() {
        threads.close();
        names.close();
    }

    @Test
    void asksAnewForEachSample() throws Exception {
        try (var server = FakeNameServer.saying(q -> List.of(answer(q, "A", "127.0.0.7", "127.0.0.8")))) {
            var result = round(server, Map.of("count", 3));

            assertThat(result.time()).isEqualTo("2026-11-20T09:00:00.123Z");
            assertThat(result.rttMillis())
                    .hasSize(3)
                    .allSatisfy(millis -> assertThat(millis).isPositive());
            assertThat(result.error()).isNull();
            assertThat(result.attributes())
                    .isEqualTo(Map.of(
                            "responseCode", "NOERROR", "answers", "127.0.0.7, 127.0.0.8", "server", server.text()));
            assertThat(List.of(id(server), id(server), id(server))).doesNotHaveDuplicates();
        }
    }

    @Test
    void asksForWhatTheTargetNames() throws Exception {
        try (var server = FakeNameServer.saying(q -> List.of(answer(q, "MX", "10 mail.host.test.")))) {
            var result = round(server, Map.of("recordType", "MX"));

            var question = server.question();
            assertThat(question.getQuestion())
                    .isEqualTo(Record.newRecord(Name.fromConstantString("host.test."), Type.MX, DClass.IN));
            assertThat(question.getHeader().getFlag(Flags.RD)).isTrue();
            assertThat(result.attributes()).containsEntry("answers", "10 mail.host.test");
        }
    }

    @Test
    void asksForTheNameOfAnAddress() throws Exception {
        try (var server = FakeNameServer.saying(q -> List.of(answer(q, "PTR", "localhost.")))) {
            assertThat(round("127.0.0.1", Map.of("recordType", "PTR", "server", server.text()))
                            .error())
                    .isNull();
            assertThat(server.question().getQuestion().getName()).hasToString("1.0.0.127.in-addr.arpa.");
        }
    }

    @Test
    void followsAnAlias() throws Exception {
        try (var server = FakeNameServer.saying(q -> List.of(reply(
                        q,
                        Rcode.NOERROR,
                        record("host.test.", "CNAME", "www.test."),
                        record("www.test.", "A", "127.0.0.7"))
                .toWire()))) {
            assertThat(round(server, Map.of()).attributes()).containsEntry("answers", "127.0.0.7");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "A, 127.0.0.7, 127.0.0.7",
        "AAAA, 2001:db8::7, 2001:0DB8:0:0:0:0:0:7",
        "CNAME, WWW.host.test., www.Host.test",
        "MX, 10 mail.host.test., 10 mail.host.test.",
        "NS, ns.host.test., ns.host.test",
        "TXT, '\"v=spf1 \" \"-ALL\"', v=spf1 -all",
        "SOA, ns.host.test. me.host.test. 1 2 3 4 5, ns.host.test me.host.test. 1 2 3 4 5",
        "SRV, 1 2 443 www.host.test., 1 2 443 www.host.test",
        "CAA, 0 issue \"letsencrypt.org\", 0 issue letsencrypt.org"
    })
    void findsTheAnswerHoweverItIsWritten(String type, String data, String expected) throws Exception {
        try (var server = FakeNameServer.saying(q -> List.of(answer(q, type, data)))) {
            assertThat(round(server, Map.of("recordType", type, "expectedAnswers", List.of(expected)))
                            .error())
                    .isNull();
        }
    }

    @Test
    void tellsWhatCameInsteadOfWhatWasExpected() throws Exception {
        try (var server = FakeNameServer.saying(q -> List.of(answer(q, "A", "127.0.0.7", "127.0.0.8")))) {
            var result = round(server, Map.of("expectedAnswers", List.of("127.0.0.8", "127.0.0.9")));

            assertLost(
                    result, "'127.0.0.9' is not among the A records of host.test. These came: 127.0.0.7, 127.0.0.8.");
            assertThat(result.attributes()).containsEntry("responseCode", "NOERROR");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NXDOMAIN, There is no such name: host.test (%s says NXDOMAIN).",
        "SERVFAIL, %s answers SERVFAIL to the question for host.test A.",
        "REFUSED, %s answers REFUSED to the question for host.test A.",
        "NOERROR, host.test has no A record (asked %s)."
    })
    void tellsWhyThereIsNoAnswer(String code, String reason) throws Exception {
        try (var server =
                FakeNameServer.saying(q -> List.of(reply(q, Rcode.value(code)).toWire()))) {
            var result = round(server, Map.of());

            assertLost(result, reason.formatted(server.text()));
            assertThat(result.attributes()).isEqualTo(Map.of("responseCode", code, "server", server.text()));
        }
    }

    @Test
    void asksByTcpForALongAnswer() throws Exception {
        try (var server = FakeNameServer.saying(
                q -> List.of(truncated(q)), q -> List.of(answer(q, "TXT", "\"" + "x".repeat(200) + "\"")))) {
            var result = round(server, Map.of("recordType", "TXT"));

            assertThat(result.rttMillis()).singleElement().isNotNull();
            assertThat(result.attributes()).containsEntry("answers", "x".repeat(200));
            assertThat(server.question().getHeader().getID())
                    .isEqualTo(server.question().getHeader().getID());
        }
    }

    @Test
    void tellsThatAServerIsSilentByTcp() throws Exception {
        try (var server = FakeNameServer.saying(q -> List.of(truncated(q)))) {
            assertLost(round(server, Map.of()), server.text() + " closed the connection before it answered.");
        }
    }

    @Test
    void waitsForTheRightAnswerAmongOthers() throws Exception {
        try (var server = FakeNameServer.saying(q -> List.of(
                forged(q),
                new byte[] {1, 2, 3},
                q.toWire(),
                reply(Message.newQuery(record("other.test.", "A", "127.0.0.1")), Rcode.NXDOMAIN)
                        .toWire(),
                answer(q, "A", "127.0.0.7")))) {
            var result = round(server, Map.of());

            assertThat(result.error()).isNull();
            assertThat(result.attributes()).containsEntry("answers", "127.0.0.7");
        }
    }

    @Test
    void tellsThatAServerIsSilent() throws Exception {
        try (var server = FakeNameServer.saying(q -> List.of(forged(q)))) {
            var result = round(server, Map.of("timeoutMillis", 100));

            assertLost(
                    result,
                    "127.0.0.1 does not answer on port %d within 100 ms."
                            .formatted(server.address().getPort()));
            assertThat(result.attributes()).isEqualTo(Map.of("server", server.text()));
        }
    }

    @Test
    void tellsThatNothingListens() throws Exception {
        var port = Ports.closed();

        assertLost(
                round("host.test", Map.of("server", "127.0.0.1:" + port, "count", 1)),
                "127.0.0.1 answers nothing on port %d: no program listens there.".formatted(port));
    }

    @Test
    void asksTheServersOfThisHostInTurn() throws Exception {
        var nobody = new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.closed());
        try (var server = FakeNameServer.saying(q -> List.of(answer(q, "A", "127.0.0.7")))) {
            var result = check(List.of(nobody, server.address()))
                    .round(target("host.test", Map.of("count", 1)))
                    .get();

            assertThat(result.error()).isNull();
            assertThat(result.attributes()).containsEntry("server", server.text());
        }
    }

    @Test
    void asksAServerByItsName() throws Exception {
        try (var server = FakeNameServer.saying(q -> List.of(answer(q, "A", "127.0.0.7")))) {
            var port = server.address().getPort();

            assertThat(round("host.test", Map.of("server", "localhost:" + port, "count", 1))
                            .attributes())
                    .containsEntry("server", server.text());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "host.test, recordType, ANY",
        "host.test, recordType, X",
        "host.test, server, '::1'",
        "host.test, count, 21",
        "host.test, timeoutMillis, 49",
        "host..test, count, 1"
    })
    void cannotDoWhatMakesNoSense(String address, String field, String value) {
        assertThatThrownBy(() -> check(List.of()).round(target(address, Map.of(field, value))))
                .hasRootCauseInstanceOf(Exception.class)
                .hasMessageContaining("'");
    }

    private Result round(FakeNameServer server, Map<String, Object> settings) throws Exception {
        var all = new HashMap<String, Object>(Map.of("server", server.text(), "count", 1));
        all.putAll(settings);
        return round("host.test", all);
    }

    private Result round(String address, Map<String, Object> settings) throws Exception {
        return check(List.of()).round(target(address, settings)).get();
    }

    private DnsCheck check(List<InetSocketAddress> ours) {
        return new DnsCheck(new Settings(JsonMapper.shared()), names, () -> ours, threads, CLOCK);
    }

    private static Assignment target(String address, Map<String, Object> settings) {
        return new Assignment("name", "Name", address, "dns", 10_000, true, settings);
    }

    private static void assertLost(Result result, String reason) {
        assertThat(result.rttMillis()).containsExactly((Double) null);
        assertThat(result.error()).isEqualTo(new ResultError("target", reason));
    }

    private static int id(FakeNameServer server) throws InterruptedException {
        return server.question().getHeader().getID();
    }
}
