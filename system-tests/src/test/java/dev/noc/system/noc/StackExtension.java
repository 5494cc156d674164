package dev.noc.system.noc;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;

/** Hands every test class the same stack: started when the first one asks, removed after the last. */
public final class StackExtension extends TypeBasedParameterResolver<Stack> {

    @Override
    public Stack resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(StackExtension.class))
                .computeIfAbsent(Shared.class)
                .stack();
    }

    /** Starts once, also where that fails: a second try would fail as slowly. */
    static final class Shared implements AutoCloseable {

        private @Nullable Stack stack;
        private @Nullable Throwable failure;

        Shared() {
            try {
                stack = Stack.start();
            } catch (RuntimeException | Error e) {
                failure = e;
            }
        }

        Stack stack() {
            if (stack == null) {
                throw new IllegalStateException("noc does not run in containers: " + failure, failure);
            }
            return stack;
        }

        @Override
        public void close() {
            if (stack != null) {
                stack.close();
            }
        }
    }
}
