package dev.noc.backend.postgres;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Looks for the server's programs. */
class PostgresCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (PostgresPrograms.folder().isPresent()) {
            return ConditionEvaluationResult.enabled("PostgreSQL is installed");
        }
        // Maven tells the reason in its reports only.
        System.out.printf("%s is skipped. %s%n", context.getDisplayName(), PostgresPrograms.ADVICE);
        return ConditionEvaluationResult.disabled(PostgresPrograms.ADVICE);
    }
}
