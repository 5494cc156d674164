package dev.noc.backend.target;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Tells the OpenAPI document which fields each check has of its own: in JSON they stand beside the common ones. */
@Component
class TargetSchemas implements OpenApiCustomizer {

    private static final String REFERENCE = "#/components/schemas/";

    private static final Set<String> TARGETS = Set.of("TargetSpec", "TargetView");

    private final CheckKinds kinds;

    TargetSchemas(CheckKinds kinds) {
        this.kinds = kinds;
    }

    @Override
    public void customise(OpenAPI api) {
        for (var kind : kinds.all()) {
            api.getComponents().addSchemas(name(kind), ownFields(kind));
        }
        api.getComponents().getSchemas().forEach((name, schema) -> {
            if (TARGETS.contains(name)) {
                addOwnFields(schema);
            }
        });
    }

    private void addOwnFields(Schema<?> target) {
        target.getProperties().keySet().removeAll(Set.of("own", TargetSpec.NO_FIELD));
        target.addProperty("check", new StringSchema().description("one of " + kinds.names()));
        for (var kind : kinds.all()) {
            target.addAnyOfItem(new Schema<>().$ref(REFERENCE + name(kind)));
        }
    }

    private static Schema<?> ownFields(CheckKind kind) {
        return ModelConverters.getInstance(true)
                .resolveAsResolvedSchema(new AnnotatedType(kind.settings()))
                .schema
                .description(
                        "The fields of a target whose check is %s; after the semicolon what holds where one is left out"
                                .formatted(kind.name()));
    }

    private static String name(CheckKind kind) {
        return "Check-" + kind.name();
    }
}
