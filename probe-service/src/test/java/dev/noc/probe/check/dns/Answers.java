package dev.noc.probe.check.dns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** What name servers say, right and wrong, as it goes over the network. */
final class Answers {

    private Answers() {}

    /** Returns the records of the name that was asked for. */
    static byte[] answer(Message question, String type, String... data) {
        var name = Objects.requireNonNull(question.getQuestion()).getName().toString();
        var records = List.of(data).stream().map(one -> record(name, type, one));
        return reply(question, Rcode.NOERROR, records.toArray(Record[]::new)).toWire();
    }

    static byte[] truncated(Message question) {
        var answer = reply(question, Rcode.NOERROR);
        answer.getHeader().setFlag(Flags.TC);
        return answer.toWire();
    }

    /** An answer to this very question, by someone who had to guess its id. */
    static byte[] forged(Message question) {
        var answer = reply(question, Rcode.NXDOMAIN);
        answer.getHeader().setID(question.getHeader().getID() ^ 1);
        return answer.toWire();
    }

    static Message reply(Message question, int code, Record... answers) {
        var reply = new Message(question.getHeader().getID());
        reply.getHeader().setFlag(Flags.QR);
        reply.getHeader().setRcode(code);
        reply.addRecord(Objects.requireNonNull(question.getQuestion()), Section.QUESTION);
        for (var answer : answers) {
            reply.addRecord(answer, Section.ANSWER);
        }
        return reply;
    }

    static Record record(String name, String type, String data) {
        try {
            return Record.fromString(Name.fromConstantString(name), Type.value(type), DClass.IN, 60, data, Name.root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
