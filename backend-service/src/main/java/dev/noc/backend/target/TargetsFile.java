package dev.noc.backend.target;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
    private final TargetRules rules;

    TargetsFile(TargetRules rules) {
        this.rules = rules;
    }

    List<TargetSpec> read(Path file) {
        if (!Files.isReadable(file)) {
            throw refuse(file, "it does not exist or may not be read. Create it, or unset TARGETS_FILE");
        }
        try {
            return accepted(file, yaml.readValue(file, Content.class).targets());
        } catch (JacksonException e) {
            throw refuse(file, e.getOriginalMessage() + " " + e.getLocation().offsetDescription());
        }
    }

    private List<TargetSpec> accepted(Path file, List<TargetSpec> specs) {
        var wrong = IntStream.range(0, specs.size())
                .boxed()
                .flatMap(i -> describe("targets[%d]".formatted(i), specs.get(i)))
                .collect(Collectors.joining("; "));
        if (!wrong.isEmpty()) {
            throw refuse(file, wrong);
        }
        var ids = new HashSet<String>();
        for (var spec : specs) {
            if (!ids.add(spec.slug())) {
                throw refuse(file, "two targets have the id '%s'. Give one of them another".formatted(spec.slug()));
            }
        }
        return specs.stream().map(rules::accept).toList();
    }

    private Stream<String> describe(String path, @Nullable TargetSpec spec) {
        return spec == null
                ? Stream.of(path + " is empty")
                : rules.violations(spec).stream().map(wrong -> path + "." + wrong.field() + " " + wrong.message());
    }

    private static InvalidConfigurationPropertyValueException refuse(Path file, String why) {
        return new InvalidConfigurationPropertyValueException("noc.target.file (TARGETS_FILE)", file, why + ".");
    }

    /** The whole file. */
    record Content(List<TargetSpec> targets) {

        Content {
            targets = targets == null ? List.of() : targets;
        }
    }
}
