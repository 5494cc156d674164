package dev.noc.probe.check.dns;

import java.util.List;
import java.util.Optional;

/** Whether an answer is the one that the target must give. */
final class DnsVerdict {

    private DnsVerdict() {}

    /** Returns what is wrong with an answer. */
    static Optional<String> fault(DnsPlan plan, String code, List<String> answers, String server) {
        if (code.equals("NXDOMAIN")) {
            return Optional.of("There is no such name: %s (%s says NXDOMAIN).".formatted(plan.name(), server));
        }
        if (!code.equals("NOERROR")) {
            return Optional.of(
                    "%s answers %s to the question for %s %s.".formatted(server, code, plan.name(), plan.type()));
        }
        if (answers.isEmpty()) {
            return Optional.of("%s has no %s record (asked %s).".formatted(plan.name(), plan.type(), server));
        }
        return missing(plan.expectedAnswers(), answers)
                .map(missing -> "'%s' is not among the %s records of %s. These came: %s."
                        .formatted(missing, plan.type(), plan.name(), String.join(", ", answers)));
    }

    private static Optional<String> missing(List<String> expected, List<String> answers) {
        var canonical = answers.stream().map(DnsAnswers::canonical).toList();
        return expected.stream()
                .filter(one -> !canonical.contains(DnsAnswers.canonical(one)))
                .findFirst();
    }
}
