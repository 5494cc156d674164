package dev.noc.probe.check.dns;

import dev.noc.icmp.NameService;
import dev.noc.probe.check.Addresses;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;

/** The data of records as people write it: without quotes, and without the dot behind a name. */
final class DnsAnswers {

    private static final Pattern LAST_DOT = Pattern.compile("(?<=\\S)\\.(?=\\s|$)");

    private DnsAnswers() {}

    /** Returns the records of the wanted type; aliases on the way to them are left out. */
    static List<String> of(Message answer, int type) {
        return answer.getSection(Section.ANSWER).stream()
                .filter(found -> found.getType() == type)
                .map(DnsAnswers::text)
                .toList();
    }

    private static String text(Record found) {
        return switch (found) {
            case AAAARecord address -> Addresses.text(address.getAddress());
            case TXTRecord text ->
                text.getStringsAsByteArrays().stream()
                        .map(part -> new String(part, StandardCharsets.UTF_8))
                        .collect(Collectors.joining());
            default -> plain(found.rdataToString());
        };
    }

    private static String plain(String text) {
        return LAST_DOT.matcher(text.replace("\"", "").strip()).replaceAll("");
    }

    /** Returns the one form of all that mean the same. */
    static String canonical(String text) {
        var plain = plain(text).toLowerCase(Locale.ROOT);
        return NameService.literal(plain).map(Addresses::text).orElse(plain);
    }
}
