package dev.noc.probe.check.dns;

import dev.noc.probe.check.HostPort;
import dev.noc.probe.check.Pace;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** What a round is to do: {@link DnsSettings} with nothing left open. */
record DnsPlan(
        Record question,
        List<String> expectedAnswers,
        @Nullable HostPort server,
        Pace pace) {

    /** What passes every network in one piece: DNS flag day 2020. */
    private static final int LARGEST_DATAGRAM = 1_232;

    /** Returns the question with an id that nobody can guess. */
    Message query() {
        var query = Message.newQuery(question);
        query.addRecord(new OPTRecord(LARGEST_DATAGRAM, 0, 0), Section.ADDITIONAL);
        return query;
    }

    String name() {
        return question.getName().toString(true);
    }

    String type() {
        return Type.string(question.getType());
    }
}
