package dev.noc.backend.system;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.noc.protocol.Report;
import dev.noc.protocol.Result;
import dev.noc.protocol.ResultError;
import dev.noc.protocol.WireTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;
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
                .addModule(new SimpleModule("times")
                        .addSerializer(Instant.class, new TimeSerializer())
                        .addDeserializer(Instant.class, new TimeDeserializer()));
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private interface MayHoldMore {}

    private static final class TimeSerializer extends ValueSerializer<Instant> {

        @Override
        public void serialize(Instant time, JsonGenerator json, SerializationContext context) {
            json.writeString(WireTime.format(time));
        }
    }

    /** Leaves what is not written as probes do to the library, with whatever is wrong with it. */
    private static final class TimeDeserializer extends ValueDeserializer<Instant> {

        @Override
        public @Nullable Instant deserialize(JsonParser json, DeserializationContext context) {
            var time = json.hasToken(JsonToken.VALUE_STRING) ? WireTime.parse(json.getString()) : null;
            return time == null ? InstantDeserializer.INSTANT.deserialize(json, context) : time;
        }
    }
}
