package dev.noc.backend.system;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.noc.protocol.Report;
import dev.noc.protocol.Result;
import dev.noc.protocol.ResultError;
import dev.noc.protocol.WireTime;
import java.time.Instant;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** JSON as the contract has it: strict with people, who mistype names, and lenient with newer probes. */
@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

    @Bean
    JsonMapperBuilderCustomizer contract() {
        return json -> json.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .addMixIn(Report.class, MayHoldMore.class)
                .addMixIn(Result.class, MayHoldMore.class)
                .addMixIn(ResultError.class, MayHoldMore.class)
                .addModule(new SimpleModule("times").addSerializer(Instant.class, new TimeSerializer()));
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private interface MayHoldMore {}

    private static final class TimeSerializer extends ValueSerializer<Instant> {

        @Override
        public void serialize(Instant time, JsonGenerator json, SerializationContext context) {
            json.writeString(WireTime.format(time));
        }
    }
}
