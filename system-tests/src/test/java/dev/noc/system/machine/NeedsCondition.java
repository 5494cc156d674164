package dev.noc.system.machine;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Asks the machine for what {@link Needs} names. */
class NeedsCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        var missing = AnnotationSupport.findAnnotation(context.getElement(), Needs.class)
                .map(needs -> describeMissing(needs.value()))
                .orElse("");
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("everything that it needs is there");
        }
        // Maven tells the reason in its reports only.
        System.out.printf("%s is skipped. %s%n", context.getDisplayName(), missing);
        return ConditionEvaluationResult.disabled(missing);
    }

    private static String describeMissing(Need[] needs) {
        return Arrays.stream(needs)
                .filter(need -> !need.isThere())
                .map(Need::advice)
                .collect(Collectors.joining(" "));
    }
}
