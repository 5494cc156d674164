package dev.noc.system.browser;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;

/** Hands every test class the same Chromium, and quits it after the last. */
public final class ChromiumExtension extends TypeBasedParameterResolver<Chromium> {

    @Override
    public Chromium resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(ChromiumExtension.class))
                .computeIfAbsent(Chromium.class, type -> Chromium.launch(), Chromium.class);
    }
}
