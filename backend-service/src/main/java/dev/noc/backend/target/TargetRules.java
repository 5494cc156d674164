package dev.noc.backend.target;

import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a target must be: what every target must, and what its check asks for. */
@Component
class TargetRules {

    private final CheckKinds kinds;
    private final Validator validator;

    TargetRules(CheckKinds kinds, Validator validator) {
        this.kinds = kinds;
        this.validator = validator;
    }

    /** Returns the target with its own fields as they are kept. Refuses it with everything that is wrong at once. */
    TargetSpec accept(TargetSpec spec) {
        var violations = violations(spec);
        if (!violations.isEmpty()) {
            throw TargetRefusal.invalid(violations);
        }
        return spec.with(new OwnFields(kinds.require(spec.check()), spec.own()).plain());
    }

    /** Returns what is wrong, unknown fields first: one that is misspelt may be the one that is missing. */
    List<Violation> violations(TargetSpec spec) {
        return kinds.find(spec.check())
                .map(kind -> violations(spec, kind, new OwnFields(kind, spec.own())))
                .orElseGet(() -> unknownCheck(spec));
    }

    private List<Violation> unknownCheck(TargetSpec spec) {
        var violations = new ArrayList<>(constraints(spec));
        violations.add(new Violation(
                "check", "must not be '%s': this version knows %s".formatted(spec.check(), kinds.names())));
        return violations;
    }

    private List<Violation> violations(TargetSpec spec, CheckKind kind, OwnFields own) {
        var settings = own.settings();
        var violations = new ArrayList<>(own.violations());
        violations.addAll(constraints(spec));
        violations.addAll(constraints(settings));
        settings.contradictions().forEach((field, message) -> violations.add(new Violation(field, message)));
        if (!isBlank(spec.address()) && !settings.fit(spec.address())) {
            violations.add(new Violation("address", kind.addressAdvice()));
        }
        if (violations.isEmpty()) {
            roundTooLong(spec, settings).ifPresent(violations::add);
        }
        return violations;
    }

    /** A target that follows the default interval may outlast it: nobody who changes that one thinks of this target. */
    private static Optional<Violation> roundTooLong(TargetSpec spec, CheckSettings settings) {
        Long interval = spec.intervalMillis();
        if (interval == null || settings.roundMillis(interval) < interval) {
            return Optional.empty();
        }
        return Optional.of(new Violation(
                "intervalMillis",
                "must be longer than a round, which may take %,d ms: make the interval longer, or the timeout, the spacing or the count smaller"
                        .formatted(settings.roundMillis(interval))));
    }

    private List<Violation> constraints(Object validated) {
        return validator.validate(validated).stream()
                .map(violation -> new Violation(
                        violation.getPropertyPath().toString().replace(".<list element>", ""), violation.getMessage()))
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::message))
                .toList();
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
