package dev.noc.backend.target;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the targets file. A mistake in it stops the start: half a configuration would be silently wrong. */
@Component
class TargetsFile {

    private final YAMLMapper yaml = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final Validator validator;

    TargetsFile(Validator validator) {
        this.validator = validator;
    }

    List<TargetSpec> read(Path file) {
        if (!Files.isReadable(file)) {
            throw refuse(file, "it does not exist or may not be read. Create it, or unset TARGETS_FILE");
        }
        try {
            return validated(file, yaml.readValue(file, Content.class)).targets();
        } catch (JacksonException e) {
            throw refuse(file, e.getOriginalMessage() + " " + e.getLocation().offsetDescription());
        }
    }

    private Content validated(Path file, Content content) {
        var violations = validator.validate(content);
        if (!violations.isEmpty()) {
            throw refuse(file, describe(violations));
        }
        var ids = new HashSet<String>();
        for (var spec : content.targets()) {
            if (!ids.add(spec.slug())) {
                throw refuse(file, "two targets have the id '%s'. Give one of them another".formatted(spec.slug()));
            }
        }
        return content;
    }

    private static String describe(Set<ConstraintViolation<Content>> violations) {
        return violations.stream()
                .map(violation -> violation.getPropertyPath() + " " + violation.getMessage())
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private static InvalidConfigurationPropertyValueException refuse(Path file, String why) {
        return new InvalidConfigurationPropertyValueException("noc.target.file (TARGETS_FILE)", file, why + ".");
    }

    /** The whole file. */
    record Content(List<@Valid TargetSpec> targets) {

        Content {
            targets = targets == null ? List.of() : targets;
        }
    }
}
